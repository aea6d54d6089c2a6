// Draws crystals with 3Dmol over the stage of their static picture; title, legend and colour bars stay the picture's.
// A crystal turns by itself until a hand takes it; a click on an atom says its site; a trajectory has a slider.
(function () {
  "use strict";
  if (window.matnb.painters.viewer) return;

  var mostLive = 8; // browsers drop the oldest of some 16 WebGL contexts: keep well below
  var live = [];    // viewers that hold a context, oldest first
  var ink = "#5f6b7a", font = "12px system-ui,sans-serif";

  window.matnb.painters.viewer = function (box, figure) {
    var stage = document.createElement("div");
    box.style.position = "relative";
    ["left", "top", "width", "height"].forEach(function (side, index) { stage.style[side] = 100 * figure.content.stage[index] + "%"; });
    stage.style.position = "absolute";
    box.appendChild(stage);
    var state = { box: box, stage: stage, figure: figure, content: figure.content, parts: [stage], speed: 0, scene: figure.content.scenes.length - 1 };
    try {
      start(state);
    } catch (error) { // no WebGL: the picture under the stage stays
      state.parts.forEach(function (part) { part.remove(); });
      throw error;
    }
  };

  function start(state) {
    state.viewer = window.$3Dmol.createViewer(state.stage, { backgroundColor: state.figure.paper || "#ffffff", antialias: true, disableFog: true, preserveDrawingBuffer: true });
    lighten(state.viewer);
    state.viewer.setHoverDuration(60);
    fill(state);
    home(state, state.content.view);
    addButtons(state);
    if (state.content.scenes.length > 1) addSlider(state);
    spin(state, state.content.spin);
    takeInHand(state);
    watch(state);
    live = live.filter(function (other) { return other.stage.isConnected; });
    live.push(state);
    keepFew();
  }

  // 3Dmol's one light leaves the rims of balls nearly black.
  function lighten(viewer) {
    (viewer.scene && viewer.scene.children || []).forEach(function (part) { if (part.intensity) part.intensity = 1.12; });
  }

  function fill(state) {
    var viewer = state.viewer, scene = state.content.scenes[state.scene], model;
    viewer.removeAllModels(); viewer.removeAllShapes(); viewer.removeAllLabels();
    state.hover = state.chosen = null;
    model = viewer.addModel();
    model.addAtoms(atomsOf(scene));
    model.selectedAtoms({}).forEach(function (atom) {
      atom.style = { sphere: { radius: atom.properties.radius, color: atom.properties.color } };
    });
    sticks(viewer, scene);
    scene.edges.forEach(function (edge) {
      cylinder(viewer.addShape({ color: edge.c }), edge.p, 0, state.content.distance / (edge.n ? 750 : 1300), edge.c);
      if (edge.n) viewer.addLabel(edge.n, nameStyle(edge));
    });
    (scene.solids || []).forEach(function (solid) { polyhedron(viewer, solid, state.content.distance, scene.solids.length); });
    (scene.arrows || []).forEach(function (arrow) {
      viewer.addArrow({ start: point(arrow.p, 0), end: point(arrow.p, 3), radius: arrow.r, radiusRatio: 2.2, mid: 0.7, color: arrow.c });
    });
    (scene.labels || []).forEach(function (label, index) {
      viewer.addLabel(label[0], {
        position: point(scene.atoms, 5 * index + 2), fontColor: label[1], fontSize: 11, bold: true, showBackground: false, inFront: true, alignment: "center",
      });
    });
    viewer.setHoverable({}, true, function (atom) { showText(state, atom); }, function () { hideText(state); });
    viewer.setClickable({}, true, function (atom) { choose(state, atom.properties.site, atom); });
    if (state.site != null && state.card) choose(state, state.site, model.selectedAtoms({}).filter(function (atom) { return atom.properties.site === state.site; })[0]);
  }

  // Five numbers an atom: kind, site, x, y, z.
  function atomsOf(scene) {
    var atoms = [];
    for (var at = 0; at < scene.atoms.length; at += 5) {
      var kind = scene.kinds[scene.atoms[at]], place = point(scene.atoms, at + 2);
      atoms.push({
        elem: kind[0], x: place.x, y: place.y, z: place.z, serial: at / 5, bonds: [], bondOrder: [],
        properties: { site: scene.atoms[at + 1], radius: kind[1], color: kind[2] },
      });
    }
    return atoms;
  }

  // Seven numbers a stick: kind and two ends. One shape per kind: thousands of shapes are slow.
  function sticks(viewer, scene) {
    var shapes = scene.rods.map(function (rod) { return viewer.addShape({ color: rod[1] }); });
    for (var at = 0; at < scene.sticks.length; at += 7) {
      var rod = scene.rods[scene.sticks[at]];
      cylinder(shapes[scene.sticks[at]], scene.sticks, at + 1, rod[0], rod[1]);
    }
  }

  function cylinder(shape, numbers, at, radius, color) {
    shape.addCylinder({ start: point(numbers, at), end: point(numbers, at + 3), radius: radius, color: color, fromCap: 2, toCap: 2 });
  }

  function point(numbers, at) { return { x: numbers[at], y: numbers[at + 1], z: numbers[at + 2] }; }

  // Corners of their own for every face, so that faces are flat; edges only where they are few.
  function polyhedron(viewer, solid, distance, count) {
    var corners = [], normals = [], faces = [], drawn = {}, edges = count <= 80 ? viewer.addShape({ color: solid.c }) : null;
    solid.f.forEach(function (face) {
      var first = corners.length, normal = normalOf(face);
      for (var at = 0; at < face.length; at += 3) { corners.push(point(face, at)); normals.push(normal); }
      for (var i = first + 1; i + 1 < corners.length; i++) faces.push(first, i, i + 1);
      for (var from = 0; edges && from < face.length; from += 3) {
        var to = (from + 3) % face.length, ends = face.slice(from, from + 3).concat(face.slice(to, to + 3));
        if (drawn[ends.join()]) continue;
        drawn[ends.join()] = drawn[ends.slice(3).concat(ends.slice(0, 3)).join()] = true;
        cylinder(edges, ends, 0, distance / 1800, solid.c);
      }
    });
    viewer.addCustom({ vertexArr: corners, normalArr: normals, faceArr: faces, color: solid.c, opacity: solid.o });
  }

  function normalOf(face) {
    var a = [face[3] - face[0], face[4] - face[1], face[5] - face[2]], b = [face[6] - face[0], face[7] - face[1], face[8] - face[2]];
    var n = { x: a[1] * b[2] - a[2] * b[1], y: a[2] * b[0] - a[0] * b[2], z: a[0] * b[1] - a[1] * b[0] };
    var length = Math.hypot(n.x, n.y, n.z) || 1;
    return { x: n.x / length, y: n.y / length, z: n.z / length };
  }

  function nameStyle(edge) {
    return { position: point(edge.at, 0), fontColor: edge.c, fontSize: 14, bold: true, showBackground: false, inFront: true, alignment: "center" };
  }

  function showText(state, atom) {
    hideText(state);
    if (!atom.properties) return;
    state.hover = state.viewer.addLabel(state.content.sites[atom.properties.site].t, {
      position: atom, backgroundColor: "#24292f", backgroundOpacity: 0.9, fontColor: "#ffffff", fontSize: 12, inFront: true,
    });
  }

  function hideText(state) {
    if (state.hover) state.viewer.removeLabel(state.hover);
    state.hover = null;
  }

  // The clicked site, in words, and a glow round its atom. A second click takes both away.
  function choose(state, site, atom) {
    var again = state.chosen && state.site === site;
    if (state.chosen) state.viewer.removeShape(state.chosen);
    if (state.card) state.card.remove();
    state.chosen = state.card = state.site = null;
    if (again || !atom) return state.viewer.render();
    spin(state, 0);
    state.site = site;
    state.chosen = state.viewer.addSphere({ center: { x: atom.x, y: atom.y, z: atom.z }, radius: atom.properties.radius * 1.25 + 0.05, color: "#ffb000", opacity: 0.45 });
    state.card = document.createElement("div");
    state.card.className = "matnb-site";
    state.card.style.cssText = "position:absolute;left:12px;top:44px;max-width:70%;padding:8px 12px;border-radius:8px;background:" + (state.figure.paper ? "#2a2e33;color:#e3e7eb" : "rgba(255,255,255,.94);color:#1f2933") + ";box-shadow:0 1px 6px rgba(31,41,51,.22);font:12px/1.5 system-ui,sans-serif;pointer-events:none";
    state.content.sites[site].d.forEach(function (line, index) {
      var row = document.createElement("div");
      row.textContent = line;
      if (index === 0) row.style.fontWeight = "600";
      state.card.appendChild(row);
    });
    state.box.appendChild(state.card);
    state.parts.push(state.card);
    state.viewer.render();
    state.box.dispatchEvent(new CustomEvent("matnb-site", { bubbles: true, detail: { site: site } }));
  }

  // The first view is the static picture's; 3Dmol's camera stands at z = 150.
  function home(state, view) {
    var distance = state.content.distance;
    state.viewer.zoomTo();
    state.viewer.setView([0, 0, 0, 150 - distance].concat(view));
    state.viewer.setSlab(-distance, distance);
    state.viewer.render();
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
  function watch(state) {
    state.seen = true;
    if (typeof IntersectionObserver === "undefined") return;
    state.observer = new IntersectionObserver(function (entries) {
      state.seen = entries[entries.length - 1].isIntersecting;
      state.viewer.spin(state.seen && state.speed !== 0 ? "y" : false, state.speed, true);
    });
    state.observer.observe(state.stage);
  }

  function addButtons(state) {
    var bar = document.createElement("div");
    bar.style.cssText = "position:absolute;right:8px;top:8px;display:flex;gap:4px";
    Object.keys(state.content.looks).forEach(function (letter) {
      button(bar, letter, "Look along " + letter, function () { spin(state, 0); home(state, state.content.looks[letter]); });
    });
    button(bar, "reset", "Back to the first view", function () { spin(state, 0); home(state, state.content.view); });
    state.turning = button(bar, "turn", "Turn by itself, or hold still", function () {
      spin(state, state.speed === 0 ? state.content.spin || 0.6 : 0);
    });
    button(bar, "png", "Save as a picture", function () { save(state); });
    state.box.appendChild(bar);
    state.parts.push(bar);
  }

  function button(bar, text, title, act) {
    var made = document.createElement("button");
    made.type = "button"; made.textContent = text; made.title = title;
    made.style.cssText = "font:" + font + ";color:" + ink + ";background:#f6f8fa;border:1px solid #d8dee4;border-radius:6px;padding:2px 9px;margin:0;cursor:pointer;line-height:1.5";
    made.addEventListener("click", act);
    bar.appendChild(made);
    return made;
  }

  function addSlider(state) {
    var bar = document.createElement("div"), range = document.createElement("input"), name = document.createElement("span"), timer = null;
    bar.style.cssText = "position:absolute;right:12px;bottom:6px;display:flex;gap:8px;align-items:center;font:" + font + ";color:" + (state.figure.paper ? "#c3cbd4" : ink);
    name.className = "matnb-frame"; name.style.fontVariantNumeric = "tabular-nums";
    range.type = "range"; range.min = 0; range.max = state.content.scenes.length - 1; range.value = state.scene;
    range.title = "Go through the frames"; range.style.width = "160px";
    function show(index) {
      state.scene = index; range.value = index; name.textContent = state.content.frames[index];
      fill(state);
      state.viewer.render();
    }
    function rest() { clearInterval(timer); timer = null; play.textContent = "▶"; }
    var play = button(bar, "▶", "Play the frames", function () {
      if (timer) return rest();
      play.textContent = "❚❚";
      timer = setInterval(function () {
        if (!state.box.isConnected) return rest();
        if (state.seen) show((state.scene + 1) % state.content.scenes.length);
      }, Math.max(60, Math.min(400, 4000 / state.content.scenes.length)));
    });
    range.addEventListener("input", function () { rest(); show(+range.value); });
    name.textContent = state.content.frames[state.scene];
    bar.append(range, name);
    bar.insertBefore(name, play); bar.insertBefore(range, play);
    state.box.appendChild(bar);
    state.parts.push(bar);
    state.rest = rest;
  }

  // Picture and crystal together, at twice the size: what is seen is what is saved.
  function save(state) {
    var still = state.box.querySelector("img"), size = state.box.getBoundingClientRect(), scale = 2;
    var canvas = document.createElement("canvas"), pen = canvas.getContext("2d"), at = state.content.stage;
    canvas.width = size.width * scale; canvas.height = (still ? still.getBoundingClientRect().height : size.height) * scale;
    pen.fillStyle = state.figure.paper || "#ffffff"; pen.fillRect(0, 0, canvas.width, canvas.height);
    if (still) pen.drawImage(still, 0, 0, canvas.width, canvas.height);
    state.viewer.render();
    pen.fillRect(at[0] * canvas.width, at[1] * canvas.height, at[2] * canvas.width, at[3] * canvas.height);
    pen.drawImage(state.viewer.getCanvas(), at[0] * canvas.width, at[1] * canvas.height, at[2] * canvas.width, at[3] * canvas.height);
    var link = document.createElement("a");
    link.download = (state.content.name || "crystal").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") + ".png";
    link.href = canvas.toDataURL("image/png");
    state.box.setAttribute("data-saved", link.href.length);
    link.click();
  }

  // Beyond a few, viewers go back to their static pictures: first those out of sight, then the oldest.
  function keepFew() {
    while (live.length > mostLive) {
      var index = live.findIndex(function (state) { return !state.seen; }), state = live.splice(Math.max(0, index), 1)[0];
      var canvas = state.stage.querySelector("canvas");
      spin(state, 0);
      if (state.rest) state.rest();
      if (state.observer) state.observer.disconnect();
      var context = canvas && (canvas.getContext("webgl2") || canvas.getContext("webgl"));
      var ending = context && context.getExtension("WEBGL_lose_context");
      state.parts.forEach(function (part) { part.remove(); });
      if (ending) ending.loseContext();
      wakeLater(state);
    }
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
