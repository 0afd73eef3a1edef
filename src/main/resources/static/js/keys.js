/* Keys of every page. Everything that they do, a link or a field does too; /preferences turns them off. */
(function () {
  "use strict";

  var TOGETHER = 1500;
  var gone = 0;
  if (document.body.dataset.keys !== "on") {
    return;
  }

  function isTyping(target) {
    return target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  }

  function help() {
    var keys = document.getElementById("keys");
    keys.open = !keys.open;
    keys.querySelector("summary").focus();
    keys.scrollIntoView({ block: "nearest" });
  }

  function seek() {
    var field = document.getElementById("q");
    if (field) { field.focus(); field.select(); }
    return Boolean(field);
  }

  /* The names that rows of tables begin with: the focus goes from one to the next. */
  function row(step) {
    var names = Array.from(document.querySelectorAll("main tbody th a"));
    var at = names.indexOf(document.activeElement);
    var to = names[at < 0 ? 0 : Math.max(0, Math.min(names.length - 1, at + step))];
    if (to) { to.focus(); to.scrollIntoView({ block: "nearest" }); }
    return Boolean(to);
  }

  function go(key) {
    var link = document.querySelector("[data-go='" + CSS.escape(key) + "']");
    if (link) { link.click(); }
    return Boolean(link);
  }

  var keys = {
    "?": function () { help(); return true; },
    "/": seek,
    j: function () { return row(1); },
    k: function () { return row(-1); },
    g: function () { gone = Date.now(); return true; }
  };

  function meant(event) {
    return !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  }

  /* Before the keys of a page itself: the second key of "g a" acknowledges nothing. */
  document.addEventListener("keydown", function (event) {
    var second = Date.now() - gone < TOGETHER && meant(event);
    gone = 0;
    if (second && go(event.key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !event.defaultPrevented && isTyping(event.target)) {
      event.target.blur();
    }
    if (meant(event) && keys[event.key] && keys[event.key]()) {
      event.preventDefault();
    }
  });
})();
