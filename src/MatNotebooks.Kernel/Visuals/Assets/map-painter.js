// Draws a map of points with plotly and, beside it, the structure and the numbers of the point that was clicked.
(function () {
  "use strict";
  if (window.matnb.painters.map) return;

  window.matnb.painters.map = function (box, figure, still) {
    return libraries().then(function () { return draw(box, figure, still); });
  };

  // Both libraries come with the page; either may be the later.
  function libraries() {
    return new Promise(function (resolve) {
      (function look() {
        if (window.matnb.ready.plotly === "ready" && window.matnb.ready.viewer === "ready") resolve();
        else setTimeout(look, 50);
      })();
    });
  }

  function draw(box, figure, still) {
    var state = { figure: figure, content: figure.content, ink: figure.paper ? "#e3e7eb" : "#1f2933", muted: figure.paper ? "#a7b0bb" : "#5f6b7a" };
    var card = element("div", "position:absolute;left:0;top:0;width:100%;height:100%;visibility:hidden;font-family:Inter,'Segoe UI','Helvetica Neue',Arial,'Liberation Sans',sans-serif");
    var share = 100 * state.content.left / figure.width;
    box.style.position = "relative";
    if (!still) box.style.height = figure.height + "px";
    var left = element("div", "position:absolute;left:0;top:0;height:100%;width:" + share + "%");
    var right = element("div", "position:absolute;right:0;top:0;bottom:0;overflow:hidden;width:" + (100 - share) + "%");
    state.head = element("div", "position:absolute;left:0;right:0;top:12px;font-size:16px;font-weight:600;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;color:" + state.ink);
    state.place = element("div", "position:absolute;left:0;right:0;top:36px;height:" + state.content.stageHeight + "px");
    state.below = element("div", "position:absolute;left:0;right:8px;bottom:4px;overflow:auto;top:" + (36 + state.content.stageHeight) + "px");
    [state.head, state.place, state.below].forEach(function (part) { right.appendChild(part); });
    card.appendChild(left); card.appendChild(right); box.appendChild(card);
    box.style.height = figure.height + "px";
    return window.matnb.painters.plotly(left, { content: state.content.chart, width: state.content.left }, null).then(function () {
      if (still) still.style.visibility = "hidden";
      card.style.visibility = "";
      state.plot = left.querySelector(".js-plotly-plot");
      state.plot.on("plotly_click", function (event) { pick(state, indexOf(state, event.points)); });
      state.plot.on("plotly_selected", function (event) { if (event) select(state, event.points); });
      state.plot.on("plotly_deselect", function () { pick(state, state.shown); });
      pick(state, state.content.start);
    });
  }

  // The traces of points, in their order; others do not answer the pointer.
  function indexOf(state, points) {
    for (var i = 0; points && i < points.length; i++) {
      var members = state.content.members[points[i].curveNumber - state.content.firstTrace];
      if (members) return members[points[i].pointIndex !== undefined ? points[i].pointIndex : points[i].pointNumber];
    }
    return undefined;
  }

  function pick(state, index) {
    if (index === undefined) return;
    var crystal = state.content.crystals[index];
    state.shown = index;
    state.head.textContent = state.content.names[index];
    state.head.title = state.content.names[index];
    state.head.parentNode.setAttribute("data-picked", index);
    window.Plotly.restyle(state.plot, { x: [[state.content.x[index]]], y: [[state.content.y[index]]] }, [state.content.ring]);
    clear(state.place);
    state.below.textContent = "";
    if (crystal === null) state.place.appendChild(words(state, "its structure is not in this page (" + state.content.held + " of " + state.content.names.length + " are)"));
    else show(state, crystal);
    state.below.appendChild(table(state, state.content.columns.map(function (column) { return [column.name, column.texts[index]]; })));
  }

  function show(state, crystal) {
    try {
      window.matnb.painters.viewer(state.place, { content: crystal.content, paper: state.figure.paper });
    } catch (error) {
      state.place.appendChild(words(state, "The structure needs WebGL, which this browser does not give."));
    }
    var legend = element("div", "position:absolute;left:16px;bottom:10px;font-size:13px;pointer-events:none;color:" + state.ink);
    crystal.legend.forEach(function (entry) {
      legend.appendChild(element("span", "display:inline-block;width:11px;height:11px;border-radius:50%;margin:0 4px -1px 0;border:1px solid #8a96a3;background:" + entry[1]));
      var symbol = element("span", "margin-right:12px");
      symbol.textContent = entry[0];
      legend.appendChild(symbol);
    });
    state.place.appendChild(legend);
  }

  // A context left to the garbage collector counts until it is collected: give it back.
  function clear(place) {
    Array.prototype.forEach.call(place.querySelectorAll("canvas"), function (canvas) {
      var context = canvas.getContext("webgl2") || canvas.getContext("webgl"), ending = context && context.getExtension("WEBGL_lose_context");
      if (ending) setTimeout(function () { ending.loseContext(); }, 0);
    });
    place.textContent = "";
  }

  // Lasso or box: how many, and each column's mean and range over them.
  function select(state, points) {
    var indices = [], seen = {};
    points.forEach(function (point) {
      var index = indexOf(state, [point]);
      if (index !== undefined && !seen[index]) { seen[index] = true; indices.push(index); }
    });
    if (indices.length === 0) return;
    state.below.textContent = "";
    var rows = [["selected", indices.length + " of " + state.content.names.length]];
    state.content.columns.forEach(function (column) {
      var values = indices.map(function (index) { return column.values ? column.values[index] : null; }).filter(function (value) { return value !== null; });
      if (values.length === 0) return;
      var mean = values.reduce(function (sum, value) { return sum + value; }, 0) / values.length;
      rows.push([column.name, short(mean) + " (" + short(Math.min.apply(null, values)) + " to " + short(Math.max.apply(null, values)) + ")" + (column.unit ? " " + column.unit : "")]);
    });
    rows.push(["ids", indices.slice(0, 12).map(function (index) { return state.content.names[index]; }).join(", ") + (indices.length > 12 ? ", …" : "")]);
    state.below.appendChild(table(state, rows));
  }

  function short(value) { return String(Number(value.toPrecision(4))).replace("-", "−"); }

  function table(state, rows) {
    var made = element("table", "border-collapse:collapse;font-size:13px;width:100%;background:none;color:" + state.ink), body = made.createTBody();
    rows.forEach(function (row) {
      var line = body.insertRow(), name = line.insertCell(), value = line.insertCell();
      line.style.background = "none";
      name.textContent = row[0]; value.textContent = row[1];
      name.style.cssText = "padding:0 8px 0 0;height:23px;vertical-align:middle;text-align:left;border:0;border-top:1px solid rgba(128,138,150,.25);white-space:nowrap;color:" + state.muted;
      value.style.cssText = "padding:0;text-align:right;border:0;border-top:1px solid rgba(128,138,150,.25);color:" + state.ink;
    });
    return made;
  }

  function words(state, text) {
    var made = element("div", "position:absolute;left:0;right:0;top:40%;text-align:center;font-size:13px;color:" + state.muted);
    made.textContent = text;
    return made;
  }

  function element(name, style) {
    var made = document.createElement(name);
    made.style.cssText = style;
    return made;
  }
})();
