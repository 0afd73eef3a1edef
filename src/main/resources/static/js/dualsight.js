/* Enhancements only: every page works without this file. */
(function () {
  "use strict";

  function copyText(text, source) {
    if (navigator.clipboard) {
      return navigator.clipboard.writeText(text);
    }
    // The clipboard API is there on HTTPS and localhost alone; consoles inside a cluster are often plain HTTP.
    var range = document.createRange();
    range.selectNodeContents(source);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error("refused"));
  }

  function addCopyButton(box) {
    if (box.querySelector(".copy")) {
      return;
    }
    var source = box.querySelector("pre");
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = document.body.dataset.copy;
    button.addEventListener("click", function () {
      copyText(source.textContent, source).then(function () {
        button.textContent = document.body.dataset.copied;
        document.getElementById("status").textContent = document.body.dataset.copied;
        setTimeout(function () { button.textContent = document.body.dataset.copy; }, 2000);
      }, function () { source.focus(); });
    });
    box.prepend(button);
  }

  function enhance(root) {
    root.querySelectorAll("[data-copyable]").forEach(addCopyButton);
    root.querySelectorAll("[data-copy-link]").forEach(function (each) { each.hidden = !navigator.clipboard; });
    root.querySelectorAll("[data-without-script]").forEach(function (each) { each.hidden = true; });
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy-link]");
    if (button) {
      copyText(window.location.href, button).then(function () {
        document.getElementById("status").textContent = document.body.dataset.copied;
        var text = button.textContent;
        button.textContent = document.body.dataset.copied;
        setTimeout(function () { button.textContent = text; }, 2000);
      });
    }
  });

  document.addEventListener("dualsight:replaced", function () { enhance(document); });

  // A replaced list says its count to screen readers, who do not see it change.
  document.addEventListener("htmx:afterSettle", function () {
    enhance(document);
    var said = document.querySelector("[data-status]");
    document.getElementById("status").textContent = said ? said.textContent.trim() : "";
  });

  // An answer that is no fragment (signed out, error) is shown as the page that it is.
  document.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.xhr.status >= 400 || !event.detail.xhr.responseText.trimStart().startsWith("<div")) {
      event.preventDefault();
      window.location.assign(event.detail.pathInfo.finalRequestPath || event.detail.pathInfo.requestPath);
    }
  });

  enhance(document);
})();
