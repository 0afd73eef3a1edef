/* Keys of the inbox and of a finding's page, beside those of every page (keys.js). Everything that they do, a link or a button does too. */
(function () {
  "use strict";

  var inbox = document.querySelector("[data-findings]");
  var page = inbox || document.querySelector("[data-finding]");
  if (!page) {
    return;
  }
  var items = Array.from(page.querySelectorAll(".item"));
  var at = -1;

  function isTyping(target) {
    return target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
  }

  function move(step) {
    if (items.length === 0) {
      return;
    }
    at = Math.min(items.length - 1, Math.max(0, at + step));
    items[at].focus();
    items[at].scrollIntoView({ block: "nearest" });
  }

  function box(item) {
    return item.querySelector("input[type=checkbox]");
  }

  function count() {
    var told = page.querySelector("[data-chosen]");
    if (told) {
      var chosen = page.querySelectorAll(".item input:checked").length;
      told.textContent = chosen === 0 ? "" : told.dataset.text.replace("{0}", chosen);
    }
  }

  /* Without a tick, the item that the keys stand on is meant. */
  function choose() {
    if (inbox && at >= 0 && !page.querySelector("[name=id]:checked")) {
      box(items[at]).checked = true;
      count();
    }
    return !inbox || page.querySelector("[name=id]:checked") !== null;
  }

  function press(key) {
    var button = page.querySelector("[data-key='" + key + "']");
    if (button && (key === "z" || choose())) {
      button.click();
    }
  }

  function ask(field) {
    if (choose()) {
      var input = document.getElementById(field);
      input.scrollIntoView({ block: "center" });
      input.focus();
    }
  }

  var keys = {
    j: function () { move(1); },
    k: function () { move(-1); },
    x: function () { if (at >= 0) { box(items[at]).click(); } },
    a: function () { press("a"); },
    s: function () { ask("until"); },
    r: function () { ask("note"); },
    z: function () { press("z"); }
  };

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "Escape" && isTyping(event.target)) {
      event.target.blur();
      if (at >= 0) { items[at].focus(); }
      return;
    }
    if (event.key === "Enter" && event.target.matches(".item")) {
      window.location.assign(event.target.dataset.href);
      return;
    }
    // Enter in a field means the button that the field belongs to, and not the first one of the form.
    if (event.key === "Enter" && event.target.form && ["note", "until", "assignee"].includes(event.target.id)
        && event.target.tagName !== "TEXTAREA") {
      var act = { note: "resolve", until: "snooze", assignee: "assign" }[event.target.id];
      var button = event.target.form.querySelector("[name=act][value=" + act + "]");
      if (button) {
        event.preventDefault();
        button.click();
      }
      return;
    }
    if (!isTyping(event.target) && keys[event.key] && document.body.dataset.keys === "on") {
      event.preventDefault();
      keys[event.key]();
    }
  });

  page.addEventListener("change", count);
  items.forEach(function (item, index) {
    item.addEventListener("focusin", function () { at = index; });
  });
})();
