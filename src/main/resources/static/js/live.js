/* Keeps an open page up to date: rows, panels and counters that are new, and the age of times. Pages work without it. */
(function () {
  "use strict";

  var FIRST_WAIT = 2000;
  var LONGEST_WAIT = 60000;
  var LONGEST_ADDRESS = 6000;
  var main = document.querySelector("main[data-live]");
  if (!main || !window.EventSource) {
    return;
  }
  var words = document.body.dataset;
  var ago = words.ago.split(";");
  var source = null;
  var paused = false;
  var wait = FIRST_WAIT;
  var timer = 0;
  var refreshing = 0;

  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }

  function state(text) {
    all(".live-state").forEach(function (each) {
      each.textContent = text.replace("{0}", new Date().toLocaleTimeString(document.documentElement.lang, {timeZone: words.zone, hour12: false}));
    });
  }

  /* ---- Times grow older ---- */
  function age(seconds) {
    if (seconds < 5) { return ago[0]; }
    if (seconds < 120) { return ago[1].replace("{0}", Math.floor(seconds)); }
    if (seconds < 7200) { return ago[2].replace("{0}", Math.floor(seconds / 60)); }
    if (seconds < 172800) { return ago[3].replace("{0}", Math.floor(seconds / 3600)); }
    return ago[4].replace("{0}", Math.floor(seconds / 86400));
  }

  function grow() {
    all("time[data-ago]").forEach(function (time) {
      var text = age((Date.now() + skew - Date.parse(time.dateTime)) / 1000);
      if (time.textContent !== text) { time.textContent = text; }
    });
  }

  /* The console's clock is the one that counts. */
  var stamp = document.querySelector(".live-state time");
  var skew = stamp ? Date.parse(stamp.dateTime) - Date.now() : 0;

  /* ---- What is new takes the place of what is old ---- */
  function fetched(address) {
    return fetch(address, {credentials: "same-origin", headers: {"X-Live": "1"}, redirect: "error"}).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.status); }
      return answer.text();
    }).then(function (text) { return new DOMParser().parseFromString(text, "text/html"); });
  }

  function inUse(element) {
    return element.contains(document.activeElement) || element.querySelector("details[open], .copy:active");
  }

  function replace(old, fresh) {
    if (old.isEqualNode(fresh) || inUse(old)) { return; }
    old.replaceWith(document.importNode(fresh, true));
    document.dispatchEvent(new CustomEvent("dualsight:replaced"));
  }

  function refreshPanels() {
    if (refreshing) { return; }
    refreshing = setTimeout(function () {
      fetched(window.location.href).then(function (page) {
        all("main[data-live] [id^='p-'], #state").forEach(function (old) {
          var fresh = page.getElementById(old.id);
          if (fresh) { replace(old, fresh); }
        });
        grow();
      }, function () {}).then(function () { refreshing = 0; });
    }, 800 + Math.random() * 1200);
  }

  function refreshRows(names) {
    var parameters = new URLSearchParams();
    names.forEach(function (name) { parameters.append("node", name); });
    var columns = new URLSearchParams(window.location.search).getAll("columns");
    if (columns.length) { parameters.append("columns", columns.join(",")); }
    fetched(words.rowsUrl + "?" + parameters).then(function (page) {
      all("tr[data-node]", page).forEach(function (fresh) {
        var old = document.querySelector("tr[data-node='" + CSS.escape(fresh.dataset.node) + "']");
        if (old) { replace(old, fresh); }
      });
    }, function () {});
  }

  function take(news) {
    var isList = main.dataset.live === "rows";
    var names = news.seen ? Object.keys(news.seen) : [];
    names.forEach(function (name) {
      all("[data-node='" + CSS.escape(name) + "'] time[data-seen]").forEach(function (time) { time.dateTime = news.seen[name]; });
    });
    if (isList && news.changed.length) {
      refreshRows(news.changed);
    } else if (!isList && (Array.isArray(news.changed) ? news.changed.length : news.changed || news.counts)) {
      refreshPanels();
    }
    Object.keys(news.counts || {}).forEach(function (name) {
      all("[data-count='" + name + "']").forEach(function (each) {
        each.textContent = news.counts[name].toLocaleString(document.documentElement.lang);
      });
    });
    grow();
    state(words.liveOn);
  }

  /* ---- The stream ---- */
  function address() {
    var parts = [];
    var length = 0;
    all("[data-node]").forEach(function (each) {
      var part = "node=" + encodeURIComponent(each.dataset.node);
      length += part.length;
      if (length < LONGEST_ADDRESS) { parts.push(part); }
    });
    return words.liveUrl + (parts.length ? "?" + parts.join("&") : "");
  }

  function close() {
    clearTimeout(timer);
    if (source) { source.close(); }
    source = null;
  }

  function open() {
    close();
    if (paused || document.hidden) { return; }
    source = new EventSource(address());
    source.addEventListener("news", function (event) {
      wait = FIRST_WAIT;
      take(JSON.parse(event.data));
    });
    source.onerror = function () {
      close();
      state(words.liveLost);
      timer = setTimeout(open, wait * (0.75 + Math.random() / 2));
      wait = Math.min(LONGEST_WAIT, wait * 2);
    };
  }

  function pause(button) {
    paused = !paused;
    button.setAttribute("aria-pressed", String(paused));
    button.textContent = paused ? words.resume : words.pause;
    if (paused) {
      close();
      state(words.liveOff);
    } else {
      catchUp();
    }
  }

  function catchUp() {
    if (main.dataset.live === "rows") {
      refreshRows(all("tr[data-node]").map(function (row) { return row.dataset.node; }));
    } else {
      refreshPanels();
    }
    open();
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest(".live-pause");
    if (button) { pause(button); }
  });
  document.addEventListener("visibilitychange", function () {
    if (document.hidden) { close(); } else if (!paused) { catchUp(); }
  });
  /* htmx has brought other rows. */
  document.addEventListener("htmx:afterSettle", function () {
    unhide();
    if (!paused) { open(); }
  });

  function unhide() {
    all(".live-pause").forEach(function (each) { each.hidden = false; });
  }

  unhide();
  setInterval(function () { if (!paused) { grow(); } }, 5000);
  open();
})();
