// Draws a crystal with 3Dmol: it turns by itself until a hand takes it.
(function () {
  "use strict";
  if (window.matnb.painters.viewer) return;

  var mostLive = 8; // browsers drop the oldest of some 16 WebGL contexts: keep well below
  var live = [];    // viewers that hold a context, oldest first

  window.matnb.painters.viewer = function (box, figure, still) {
    var stage = document.createElement("div");
    stage.style.cssText = "position:absolute;left:0;top:0;width:100%;height:" + figure.content.stage + "px";
    box.style.position = "relative";
    box.appendChild(stage);
    var viewer = window.$3Dmol.createViewer(stage, {
      backgroundColor: "#ffffff", antialias: true, orthographic: figure.content.orthographic, disableFog: true,
    });
    if (!viewer) { stage.remove(); throw new Error("this browser gives no WebGL context"); }
    fill(viewer, figure.content);
    home(viewer, figure.content);
    var state = { box: box, stage: stage, viewer: viewer, figure: figure, spinning: false };
    spin(state, figure.content.spin);
    addButtons(state);
    stage.addEventListener("pointerdown", function () { spin(state, 0); });
    stage.addEventListener("wheel", function (event) { if (!event.ctrlKey && !event.metaKey) event.stopPropagation(); }, true);
    keepFew(state);
  };

  function fill(viewer, content) {
    var model = viewer.addModel();
    model.addAtoms(content.atoms.map(function (atom, index) {
      return {
        elem: atom.e, x: atom.p[0], y: atom.p[1], z: atom.p[2], serial: index, bonds: [], bondOrder: [],
        properties: { text: atom.t }, style: { sphere: { radius: atom.r, color: atom.c, opacity: atom.o || 1 } },
      };
    }));
    content.atoms.forEach(function (atom, index) {
      model.setStyle({ serial: index }, { sphere: { radius: atom.r, color: atom.c, opacity: atom.o || 1 } });
    });
    content.sticks.forEach(function (stick) {
      viewer.addCylinder({
        start: point(stick.p, 0), end: point(stick.p, 3), radius: stick.r, color: stick.c, fromCap: 1, toCap: 1,
      });
    });
    content.edges.forEach(function (edge) {
      viewer.addCylinder({ start: point(edge.p, 0), end: point(edge.p, 3), radius: content.edgeRadius, color: edge.c, fromCap: 2, toCap: 2 });
    });
    viewer.setHoverDuration(80);
    viewer.setHoverable({}, true, showName, hideName);
  }

  function point(numbers, at) { return { x: numbers[at], y: numbers[at + 1], z: numbers[at + 2] }; }

  function showName(atom, viewer) {
    if (atom.label || !atom.properties) return;
    atom.label = viewer.addLabel(atom.properties.text, {
      position: atom, backgroundColor: "#24292f", backgroundOpacity: 0.88, fontColor: "#ffffff", fontSize: 12, inFront: true,
    });
  }

  function hideName(atom, viewer) {
    if (!atom.label) return;
    viewer.removeLabel(atom.label);
    delete atom.label;
  }

  function home(viewer, content) {
    viewer.setView([0, 0, 0, 0, 0, 0, 0, 1]);
    viewer.zoomTo();
    viewer.rotate(content.turn, "y");
    viewer.rotate(content.tilt, "vx");
    viewer.zoom(content.zoom);
    viewer.render();
  }

  function spin(state, speed) {
    state.spinning = speed !== 0;
    state.viewer.spin(speed === 0 ? false : "y", speed, true);
    if (state.button) state.button.textContent = state.spinning ? "stop" : "spin";
  }

  function addButtons(state) {
    var bar = document.createElement("div");
    bar.style.cssText = "position:absolute;right:8px;top:8px;display:flex;gap:4px;opacity:.85";
    state.button = button(bar, state.spinning ? "stop" : "spin", "Turn by itself", function () {
      spin(state, state.spinning ? 0 : state.figure.content.spin || 1);
    });
    button(bar, "reset", "Back to the first view", function () { spin(state, 0); home(state.viewer, state.figure.content); });
    state.box.appendChild(bar);
    state.bar = bar;
  }

  function button(bar, text, title, act) {
    var made = document.createElement("button");
    made.type = "button"; made.textContent = text; made.title = title;
    made.style.cssText = "font:12px system-ui,sans-serif;color:#24292f;background:#f6f8fa;border:1px solid #d0d7de;border-radius:6px;padding:2px 8px;cursor:pointer";
    made.addEventListener("click", act);
    bar.appendChild(made);
    return made;
  }

  // The oldest viewer goes back to its static picture; a click on it starts it again.
  function keepFew(state) {
    live = live.filter(function (other) { return other.box.isConnected; });
    live.push(state);
    if (live.length <= mostLive) return;
    var oldest = live.shift();
    spin(oldest, 0);
    var canvas = oldest.stage.querySelector("canvas");
    var context = canvas && (canvas.getContext("webgl2") || canvas.getContext("webgl"));
    var ending = context && context.getExtension("WEBGL_lose_context");
    oldest.stage.remove(); oldest.bar.remove();
    if (ending) ending.loseContext();
    oldest.box.addEventListener("click", function () { window.matnb.painters.viewer(oldest.box, oldest.figure); }, { once: true });
  }
})();
