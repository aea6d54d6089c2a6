// What a page holds once: a queue of figures, the libraries they need, and when to draw.
// A figure's own markup is a static picture and one push({id, needs, width, height, content});
// push works before this script has run (window.matnb is then a plain array) and after it.
(function () {
  "use strict";
  if (window.matnb && window.matnb.painters) return; // another output has brought this already

  var early = Array.isArray(window.matnb) ? window.matnb : [];
  var painters = {};  // by library: function (box, figure, still) that draws into the box
  var ready = {};     // by library: undefined, "loading" or "ready"
  var waiting = [];   // figures whose library has not come
  var painted = [];   // boxes with figures in them, and what was there before
  var near = "600px 0px"; // figures this close to the window are drawn

  function push(figure) {
    if (ready[figure.needs] === "ready") place(figure, 0);
    else waiting.push(figure);
  }

  // Some hosts run an output's scripts before they attach its markup: look again for ten seconds.
  function place(figure, attempt) {
    var boxes = document.querySelectorAll('[data-matnb="' + figure.id + '"]:not([data-drawn])');
    if (boxes.length === 0 && attempt < 50) setTimeout(function () { place(figure, attempt + 1); }, 200);
    Array.prototype.forEach.call(boxes, function (box) {
      box.setAttribute("data-drawn", "waiting");
      box.setAttribute("data-needs", figure.needs);
      whenNear(box, function () { paint(box, figure); });
    });
  }

  function whenNear(box, act) {
    if (typeof IntersectionObserver === "undefined") return act();
    var observer = new IntersectionObserver(function (entries) {
      if (!entries.some(function (entry) { return entry.isIntersecting; })) return;
      observer.disconnect();
      act();
    }, { rootMargin: near });
    observer.observe(box);
  }

  // The static picture stays when drawing fails: a figure is never blank.
  function paint(box, figure) {
    var still = box.querySelector("img"), theme = still && window.matnb.theme; // what has no picture, as a table, takes the page's own colours
    if (theme) {
      if (painted.length === 0) theme.watch(repaint);
      painted.push({ box: box, figure: figure, html: box.innerHTML });
    }
    try {
      Promise.resolve(painters[figure.needs](box, theme ? theme.dress(box, figure, still) : figure, still)).then(
        function () { box.setAttribute("data-drawn", "yes"); },
        function (error) { failed(box, error); });
    } catch (error) { failed(box, error); }
  }

  // The host went from light to dark, or back.
  function repaint() {
    painted = painted.filter(function (each) { return each.box.isConnected; });
    var due = painted.filter(function (each) { return window.matnb.theme.dark(each.box) !== each.box.hasAttribute("data-dark"); });
    painted = painted.filter(function (each) { return due.indexOf(each) < 0; });
    due.forEach(function (each) {
      each.box.innerHTML = each.html;
      each.box.setAttribute("data-drawn", "waiting");
      whenNear(each.box, function () { paint(each.box, each.figure); });
    });
  }

  function failed(box, error) {
    box.setAttribute("data-drawn", "no");
    box.title = "Static picture: " + (error && error.message || error);
  }

  // A library comes as gzip in base64: a third of its size, and nothing in it can end the script element.
  function provide(name, packed) {
    if (ready[name]) return;
    if (typeof DecompressionStream === "undefined") return; // before 2023: static pictures stay
    ready[name] = "loading";
    var bytes = Uint8Array.from(atob(packed), function (letter) { return letter.charCodeAt(0); });
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    new Response(stream).text().then(function (source) {
      run(source, name);
      settle(name);
    });
  }

  // What was needed is there: the figures that wait for it are drawn.
  function settle(name) {
    ready[name] = "ready";
    var due = waiting.filter(function (figure) { return figure.needs === name; });
    waiting = waiting.filter(function (figure) { return figure.needs !== name; });
    due.forEach(push);
  }

  // What a reader should know when a library was not there to be put on the page.
  function lack(message) {
    var note = document.createElement("p");
    note.className = "matnb-lack";
    note.textContent = message;
    note.style.cssText = "font:14px system-ui,sans-serif;margin:8px;padding:8px 12px;border-left:4px solid #d55e00;background:#fff4ea;color:#1f2933";
    if (document.body) document.body.prepend(note);
    else document.addEventListener("DOMContentLoaded", function () { document.body.prepend(note); });
  }

  // Notebook 6 and nbconvert load require.js, and a UMD bundle that sees it registers there, nameless,
  // instead of on window: give the bundle names of its own that are undefined.
  // mermaid's is none, and finds itself only at the top level.
  function run(source, name) {
    var script = document.createElement("script");
    script.text = name === "mermaid" ? source : "(function (define, module, exports, require) {" + source + "\n}).call(window);";
    document.head.appendChild(script).remove();
  }

  window.matnb = { push: push, provide: provide, settle: settle, lack: lack, painters: painters, ready: ready };
  early.forEach(push);
})();
