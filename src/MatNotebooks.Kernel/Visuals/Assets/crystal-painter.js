// Draws a crystal with 3Dmol over the stage of its static picture; title, legend and colour bars stay the picture's.
// It turns by itself until a hand takes it.
(function () {
  "use strict";
  if (window.matnb.painters.viewer) return;

  var mostLive = 8; // browsers drop the oldest of some 16 WebGL contexts: keep well below
  var live = [];    // viewers that hold a context, oldest first

  window.matnb.painters.viewer = function (box, figure) {
    var stage = document.createElement("div");
    box.style.position = "relative";
    ["left", "top", "width", "height"].forEach(function (side, index) { stage.style[side] = 100 * figure.content.stage[index] + "%"; });
    stage.style.position = "absolute";
    box.appendChild(stage);
    try {
      start({ box: box, stage: stage, figure: figure, speed: 0 });
    } catch (error) { // no WebGL: the picture under the stage stays
      stage.remove();
      throw error;
    }
  };

  function start(state) {
    state.viewer = window.$3Dmol.createViewer(state.stage, { backgroundColor: state.figure.paper || "#ffffff", antialias: true, disableFog: true });
    lighten(state.viewer);
    fill(state.viewer, state.figure.content);
    home(state.viewer, state.figure.content);
    addButtons(state);
    spin(state, state.figure.content.spin);
    takeInHand(state);
    restUnseen(state);
    keepFew(state);
  }

  // 3Dmol's one light leaves the rims of balls nearly black.
  function lighten(viewer) {
    (viewer.scene && viewer.scene.children || []).forEach(function (part) { if (part.intensity) part.intensity = 1.12; });
  }

  function fill(viewer, content) {
    var model = viewer.addModel();
    model.addAtoms(content.atoms.map(function (atom, index) {
      return {
        elem: atom.e, x: atom.p[0], y: atom.p[1], z: atom.p[2], serial: index, bonds: [], bondOrder: [],
        properties: { text: atom.t, radius: atom.r, color: atom.c },
      };
    }));
    model.selectedAtoms({}).forEach(function (atom) {
      atom.style = { sphere: { radius: atom.properties.radius, color: atom.properties.color } };
    });
    content.sticks.forEach(function (stick) { cylinder(viewer, stick, stick.r, 2); });
    content.edges.forEach(function (edge) {
      cylinder(viewer, edge, content.distance / (edge.n ? 750 : 1300), 2);
      if (edge.n) viewer.addLabel(edge.n, nameStyle(edge));
    });
    viewer.setHoverDuration(60);
    viewer.setHoverable({}, true, showText, hideText);
  }

  function cylinder(viewer, item, radius, cap) {
    viewer.addCylinder({ start: point(item.p, 0), end: point(item.p, 3), radius: radius, color: item.c, fromCap: cap, toCap: cap });
  }

  function point(numbers, at) { return { x: numbers[at], y: numbers[at + 1], z: numbers[at + 2] }; }

  function nameStyle(edge) {
    return { position: point(edge.at, 0), fontColor: edge.c, fontSize: 14, bold: true, showBackground: false, inFront: true, alignment: "center" };
  }

  function showText(atom, viewer) {
    if (atom.label || !atom.properties) return;
    atom.label = viewer.addLabel(atom.properties.text, {
      position: atom, backgroundColor: "#24292f", backgroundOpacity: 0.9, fontColor: "#ffffff", fontSize: 12, inFront: true,
    });
  }

  function hideText(atom, viewer) {
    if (!atom.label) return;
    viewer.removeLabel(atom.label);
    delete atom.label;
  }

  // The first view is the static picture's; 3Dmol's camera stands at z = 150.
  function home(viewer, content) {
    viewer.zoomTo();
    viewer.setView([0, 0, 0, 150 - content.distance].concat(content.view));
    viewer.setSlab(-content.distance, content.distance);
    viewer.render();
  }

  function spin(state, speed) {
    state.speed = speed;
    state.viewer.spin(speed === 0 ? false : "y", speed, true);
    state.turning.textContent = speed === 0 ? "turn" : "hold";
  }

  // A touch stops it. Only then does the wheel zoom, until the pointer leaves: before, it scrolls the page past the crystal.
  function takeInHand(state) {
    var held = false;
    state.stage.addEventListener("pointerdown", function () { held = true; spin(state, 0); });
    state.stage.addEventListener("pointerleave", function () { held = false; });
    state.stage.addEventListener("wheel", function (event) { if (!held) event.stopImmediatePropagation(); }, { capture: true });
  }

  // Out of the window it stands still: turning costs the reader's machine, every view of it.
  function restUnseen(state) {
    if (typeof IntersectionObserver === "undefined") return;
    new IntersectionObserver(function (entries) {
      var seen = entries[entries.length - 1].isIntersecting;
      state.viewer.spin(seen && state.speed !== 0 ? "y" : false, state.speed, true);
    }).observe(state.stage);
  }

  function addButtons(state) {
    var bar = state.bar = document.createElement("div");
    bar.style.cssText = "position:absolute;right:8px;top:8px;display:flex;gap:4px";
    state.turning = button(bar, "turn", "Turn by itself, or hold still", function () {
      spin(state, state.speed === 0 ? state.figure.content.spin || 0.6 : 0);
    });
    button(bar, "reset", "Back to the first view", function () { spin(state, 0); home(state.viewer, state.figure.content); });
    state.box.appendChild(bar);
  }

  function button(bar, text, title, act) {
    var made = document.createElement("button");
    made.type = "button"; made.textContent = text; made.title = title;
    made.style.cssText = "font:12px system-ui,sans-serif;color:#5f6b7a;background:#f6f8fa;border:1px solid #d8dee4;border-radius:6px;padding:2px 9px;cursor:pointer";
    made.addEventListener("click", act);
    bar.appendChild(made);
    return made;
  }

  // The oldest viewer goes back to its static picture.
  function keepFew(state) {
    live = live.filter(function (other) { return other.stage.isConnected; });
    live.push(state);
    if (live.length <= mostLive) return;
    var oldest = live.shift(), canvas = oldest.stage.querySelector("canvas");
    spin(oldest, 0);
    var context = canvas && (canvas.getContext("webgl2") || canvas.getContext("webgl"));
    var ending = context && context.getExtension("WEBGL_lose_context");
    oldest.stage.remove(); oldest.bar.remove();
    if (ending) ending.loseContext();
    wakeLater(oldest);
  }

  // It lives again when it is clicked, or scrolled back into the window.
  function wakeLater(state) {
    var gone = false, observer = new IntersectionObserver(function (entries) {
      var seen = entries[entries.length - 1].isIntersecting;
      if (seen && gone) wake();
      gone = gone || !seen;
    });
    function wake() {
      observer.disconnect();
      state.box.removeEventListener("click", wake);
      window.matnb.painters.viewer(state.box, state.figure);
    }
    observer.observe(state.box);
    state.box.addEventListener("click", wake);
  }
})();
