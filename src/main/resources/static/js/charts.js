/* Draws charts from their tables with uPlot. Without this file the server's own picture and the table stand there. */
(function () {
  "use strict";

  function number(text) {
    return text === null || text === "" ? null : Number(text);
  }

  /** Every bucket of the range, so that what is missing is a gap. */
  function read(panel) {
    var table = panel.querySelector("[data-numbers]");
    var heads = Array.from(table.querySelectorAll("thead th")).slice(1);
    var rows = new Map();
    table.querySelectorAll("tbody tr").forEach(function (row) {
      rows.set(Number(row.dataset.t), Array.from(row.querySelectorAll("td")).map(function (cell) {
        return number(cell.getAttribute("data-v") || cell.textContent);
      }));
    });
    var step = Number(panel.dataset.bucket);
    var first = Math.floor(Date.parse(panel.dataset.from) / 1000 / step) * step;
    var end = Date.parse(panel.dataset.to) / 1000;
    var data = [[]].concat(heads.map(function () { return []; }));
    for (var t = first; t < end; t += step) {
      data[0].push(t);
      var cells = rows.get(t);
      for (var i = 0; i < heads.length; i++) {
        data[i + 1].push(cells ? cells[i] : null);
      }
    }
    return { heads: heads, data: data };
  }

  function markers(panel) {
    return Array.from(panel.querySelectorAll("[data-marker]")).map(function (each) { return Number(each.dataset.t); });
  }

  function colours(panel) {
    var style = getComputedStyle(panel);
    function colour(name) {
      // light-dark() is resolved by letting a property of the element take it.
      var probe = document.createElement("i");
      probe.style.color = "var(" + name + ")";
      panel.appendChild(probe);
      var value = getComputedStyle(probe).color;
      probe.remove();
      return value;
    }
    return {
      family: style.fontFamily,
      font: "12px " + style.fontFamily,
      soft: colour("--ink-soft"),
      hair: colour("--hair"),
      mark: colour("--warning"),
      of: function (tone) { return colour("--" + tone); }
    };
  }

  function two(n) { return (n < 10 ? "0" : "") + n; }

  function clock(seconds) {
    var d = new Date(seconds * 1000);
    return d.getUTCFullYear() + "-" + two(d.getUTCMonth() + 1) + "-" + two(d.getUTCDate()) + " " +
      two(d.getUTCHours()) + ":" + two(d.getUTCMinutes()) + " UTC";
  }

  function zoom(from, to) {
    var address = new URL(window.location.href);
    address.searchParams.delete("bucket");
    address.searchParams.set("from", new Date(from * 1000).toISOString().slice(0, 19) + "Z");
    address.searchParams.set("to", new Date(to * 1000).toISOString().slice(0, 19) + "Z");
    window.location.assign(address);
  }

  function drawMarkers(moments, colour) {
    return function (u) {
      moments.forEach(function (moment) {
        var x = u.valToPos(moment, "x", true);
        if (x < u.bbox.left || x > u.bbox.left + u.bbox.width) { return; }
        u.ctx.save();
        u.ctx.strokeStyle = colour;
        u.ctx.setLineDash([3, 3]);
        u.ctx.beginPath();
        u.ctx.moveTo(x, u.bbox.top);
        u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
        u.ctx.stroke();
        u.ctx.restore();
      });
    };
  }

  function dashes(head) {
    return head.dataset.dashes ? head.dataset.dashes.split(" ").map(Number) : [];
  }

  /* Values between gaps: no line leads to them, so they are dots. */
  function lone(u, of, shown) {
    var values = u.data[of];
    function nothing(i) { return values[i] === null || values[i] === undefined; }
    return shown ? null : values.map(function (value, i) { return i; }).filter(function (i) {
      return !nothing(i) && nothing(i - 1) && nothing(i + 1);
    });
  }

  function series(read, paint, unit) {
    return [{ label: "UTC", value: function (u, v) { return v === null ? "" : clock(v); } }].concat(
      read.heads.map(function (head) {
        var tone = head.dataset.tone || "";
        var drawn = tone || head.dataset.edge;
        return {
          label: head.textContent,
          show: true,
          scale: drawn ? "y" : "count",
          stroke: tone ? paint.of(tone) : "transparent",
          dash: dashes(head),
          width: tone ? 1.5 : 0,
          points: { show: tone ? undefined : false, size: 5, filter: tone ? lone : undefined },
          spanGaps: false,
          value: function (u, v) {
            if (v === null || v === undefined) { return "–"; }
            var text = v.toLocaleString("en-US", { maximumFractionDigits: 1 });
            return drawn && unit ? text + " " + unit : text;
          }
        };
      }));
  }

  function bands(read, paint) {
    var low = read.heads.findIndex(function (head) { return head.dataset.edge === "low"; }) + 1;
    var high = read.heads.findIndex(function (head) { return head.dataset.edge === "high"; }) + 1;
    var fill = paint.of("accent").replace("rgb(", "rgba(").replace(")", ", 0.15)");
    return low > 0 && high > 0 ? [{ series: [high, low], fill: fill }] : [];
  }

  /** The cursor also moves by keys; what it stands on is said. */
  function keys(plot, u, hint) {
    plot.tabIndex = 0;
    plot.setAttribute("role", "application");
    plot.setAttribute("aria-label", hint);
    plot.addEventListener("keydown", function (event) {
      var last = u.data[0].length - 1;
      var at = u.cursor.idx === null || u.cursor.idx === undefined ? last : u.cursor.idx;
      var step = Math.max(1, Math.round(last / 10));
      var to = { ArrowLeft: at - 1, ArrowRight: at + 1, PageUp: at - step, PageDown: at + step, Home: 0, End: last }[event.key];
      if (to === undefined) {
        if (event.key === "+" || event.key === "=" || event.key === "-") {
          var centre = u.data[0][at];
          var half = (u.scales.x.max - u.scales.x.min) * (event.key === "-" ? 1 : 0.25);
          zoom(centre - half, Math.min(centre + half, Date.now() / 1000));
        }
        return;
      }
      event.preventDefault();
      to = Math.max(0, Math.min(last, to));
      u.setCursor({ left: u.valToPos(u.data[0][to], "x"), top: 10 });
      var said = u.series.map(function (each, i) {
        return each.label + " " + each.value(u, u.data[i][to]);
      });
      document.getElementById("status").textContent = said.join(", ");
    });
  }

  /** The canvas with what stands around it: title, range and legend. */
  function picture(panel, u) {
    var scale = window.devicePixelRatio || 1;
    var canvas = document.createElement("canvas");
    canvas.width = u.ctx.canvas.width;
    canvas.height = u.ctx.canvas.height + 76 * scale;
    var paint = colours(panel);
    var ctx = canvas.getContext("2d");
    ctx.fillStyle = getComputedStyle(panel).backgroundColor;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    ctx.drawImage(u.ctx.canvas, 0, 52 * scale);
    ctx.scale(scale, scale);
    ctx.fillStyle = getComputedStyle(panel).color;
    ctx.font = "600 15px " + paint.family;
    ctx.fillText(panel.querySelector("h2").textContent, 10, 20);
    ctx.font = paint.font;
    ctx.fillText(panel.querySelector("[data-summary]").textContent, 10, 38);
    var x = 10;
    var bottom = canvas.height / scale - 8;
    panel.querySelectorAll("[data-numbers] thead th[data-tone]").forEach(function (head) {
      if (!head.dataset.tone) { return; }
      ctx.strokeStyle = ctx.fillStyle = paint.of(head.dataset.tone);
      ctx.lineWidth = 2;
      ctx.setLineDash(dashes(head));
      ctx.beginPath();
      ctx.moveTo(x, bottom - 4);
      ctx.lineTo(x + 24, bottom - 4);
      ctx.stroke();
      ctx.fillText(head.textContent, x + 30, bottom);
      x += 46 + ctx.measureText(head.textContent).width;
    });
    return canvas;
  }

  function addPng(panel, u) {
    var more = panel.querySelector("header .more");
    if (!more) { return; }
    var button = more.querySelector("[data-save]") || document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.dataset.save = "png";
    button.textContent = "PNG";
    button.onclick = function () {
      var link = document.createElement("a");
      link.download = "dualsight-" + panel.dataset.chart + ".png";
      link.href = picture(panel, u).toDataURL("image/png");
      link.click();
    };
    more.append(" ", button);
  }

  function draw(panel) {
    var plot = panel.querySelector("[data-plot]");
    if (!plot || !window.uPlot) { return; }
    var paint = colours(panel);
    var all = read(panel);
    var unit = panel.dataset.unit;
    plot.replaceChildren();
    var axis = { stroke: paint.soft, font: paint.font, grid: { stroke: paint.hair, width: 1 }, ticks: { stroke: paint.hair, width: 1 } };
    var u = new window.uPlot({
      width: plot.clientWidth || 300,
      height: 220,
      tzDate: function (ts) { return window.uPlot.tzDate(new Date(ts * 1000), "Etc/UTC"); },
      cursor: { drag: { x: true, y: false, setScale: false }, points: { size: 7 } },
      scales: {
        x: { time: true, min: Date.parse(panel.dataset.from) / 1000, max: Date.parse(panel.dataset.to) / 1000 },
        y: { range: function (u, min, max) { return [0, max > 0 ? max * 1.05 : 1]; } }
      },
      axes: [axis, Object.assign({ scale: "y", size: 60, values: function (u, vals) {
        return vals.map(function (v) { return v.toLocaleString("en-US") + (unit ? " " + unit : ""); });
      } }, axis)],
      series: series(all, paint, unit),
      bands: bands(all, paint),
      legend: { live: true },
      hooks: {
        draw: [drawMarkers(markers(panel), paint.mark)],
        setSelect: [function (u) {
          if (u.select.width > 3) {
            zoom(u.posToVal(u.select.left, "x"), u.posToVal(u.select.left + u.select.width, "x"));
          }
        }]
      }
    }, all.data, plot);
    var keysList = panel.querySelector(".keys");
    if (keysList) { keysList.hidden = true; }
    keys(plot, u, panel.dataset.hint);
    addPng(panel, u);
    panel.uplot = u;
  }

  function drawAll() {
    document.querySelectorAll("[data-chart]").forEach(draw);
  }

  drawAll();
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  var waiting;
  window.addEventListener("resize", function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () {
      document.querySelectorAll("[data-chart]").forEach(function (panel) {
        var plot = panel.querySelector("[data-plot]");
        if (panel.uplot) { panel.uplot.setSize({ width: plot.clientWidth, height: 220 }); }
      });
    }, 100);
  });
})();
