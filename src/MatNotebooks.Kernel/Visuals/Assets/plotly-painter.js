// Draws a plotly figure over its static picture.
(function () {
  "use strict";
  if (window.matnb.painters.plotly) return;

  window.matnb.painters.plotly = function (box, figure, still) {
    // A copy of its own: plotly keeps and changes what it is given, and a figure may be shown twice.
    var content = JSON.parse(JSON.stringify(figure.content)), target = document.createElement("div");
    function width() { return Math.max(240, Math.min(figure.width, box.clientWidth || figure.width)); }
    target.style.cssText = "position:absolute;left:0;top:0;visibility:hidden";
    box.style.position = "relative";
    box.appendChild(target);
    content.layout.width = width();
    return window.Plotly.newPlot(target, content.data, content.layout, content.config).then(function () {
      target.style.cssText = "";
      if (still) still.remove();
      window.addEventListener("resize", function () {
        if (target.isConnected && width() !== target.layout.width) window.Plotly.relayout(target, { width: width() });
      });
    });
  };
})();
