// Draws a mermaid diagram in the place of its source, which stays where it is no diagram.
(function () {
  "use strict";
  if (window.matnb.painters.mermaid) return;
  var turn = Promise.resolve(); // mermaid draws one at a time

  window.matnb.painters.mermaid = function (box, figure) {
    turn = turn.catch(function () {}).then(function () {
      window.mermaid.initialize({ startOnLoad: false, theme: box.hasAttribute("data-dark") ? "dark" : "neutral", securityLevel: "strict", suppressErrorRendering: true });
      return window.mermaid.render(figure.id + "-" + Math.floor(performance.now() * 1000), figure.content.source);
    }).then(function (drawn) {
      box.innerHTML = drawn.svg;
      var svg = box.querySelector("svg");
      if (svg) svg.setAttribute("role", "img");
    });
    return turn.catch(function (error) {
      var note = document.createElement("p");
      note.className = "matnb-mermaid-error";
      note.style.cssText = "margin:0;padding:4px 8px;color:#a03000;font:13px system-ui,sans-serif;white-space:pre-wrap";
      note.textContent = "mermaid: " + (error && error.message || error);
      box.appendChild(note);
      throw error;
    });
  };
})();
