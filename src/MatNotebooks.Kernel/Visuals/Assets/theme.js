// Dark pages. Figures are made in the light colours of Charts/Theme.cs; here are those that stand for them on dark paper. Colours that
// carry data (scales, elements, bars) stay, but for two of the palette that dark paper swallows.
(function () {
  "use strict";
  var matnb = window.matnb;
  if (!matnb || matnb.theme) return;

  var paper = "#1b1e22";
  var onDark = {
    "#ffffff": paper, "#1f2933": "#e3e7eb", "#5f6b7a": "#a7b0bb", "#9aa5b1": "#6b7580", "#e6eaee": "#31363c", "#7b8794": "#8a96a3",
    "#eceff2": "#2a2e33", "#374151": "#cbd2d9", "#0072b2": "#3392d1", "rgba(255,255,255,0.88)": "rgba(27,30,34,0.88)",
  };
  var ofData = /^(colorscale|kinds|rods|solids|labels|arrows)$/; // whose colours are values

  // A host that says its theme is believed; else the paper behind the figure is looked at, for a white page stays white at night.
  function dark(box) {
    var body = document.body, said = body.getAttribute("data-vscode-theme-kind") || body.className, lab = body.getAttribute("data-jp-theme-light");
    if (/vscode-(light|high-contrast-light)/.test(said)) return false;
    if (/vscode-(dark|high-contrast)/.test(said)) return true;
    if (lab) return lab === "false";
    for (var node = box.parentElement; node; node = node.parentElement) {
      var light = lightness(getComputedStyle(node).backgroundColor);
      if (light !== null) return light < 0.4;
    }
    return /dark/.test(getComputedStyle(document.documentElement).colorScheme) && night().matches;
  }

  function lightness(color) {
    var parts = (color.match(/-?[\d.]+(e-?\d+)?/g) || []).map(Number), scale = /^color\(/.test(color) ? 1 : 255;
    if (parts.length < 3 || (parts.length > 3 && parts[3] < 0.5)) return null;
    return (0.3 * parts[0] + 0.59 * parts[1] + 0.11 * parts[2]) / scale;
  }

  function night() { return window.matchMedia("(prefers-color-scheme: dark)"); }

  // Texts in lists are data: labels, or one colour for each cell.
  function recoloured(value) {
    if (Array.isArray(value)) return value.length > 0 && typeof value[0] === "object" ? value.map(recoloured) : value;
    if (value === null || typeof value !== "object") return value;
    var made = {};
    Object.keys(value).forEach(function (key) {
      var old = value[key];
      made[key] = ofData.test(key) ? old : typeof old === "string" ? onDark[old.toLowerCase()] || old : recoloured(old);
    });
    return made;
  }

  // The static picture holds the title and the legend of a crystal; shading of its atoms (stop-color) stays.
  function recolouredPicture(source) {
    var mark = "base64,", at = source.indexOf(mark);
    if (at < 0) return source;
    var bytes = Uint8Array.from(atob(source.slice(at + mark.length)), function (letter) { return letter.charCodeAt(0); });
    var svg = new TextDecoder().decode(bytes).replace(/(fill|stroke)="(#[0-9a-f]{6})"/g, function (all, name, color) {
      return name + '="' + (onDark[color] || color) + '"';
    });
    return source.slice(0, at + mark.length) + btoa(String.fromCharCode.apply(null, new TextEncoder().encode(svg)));
  }

  // Paper is white, does not answer a pointer and may be narrow: printed are the static pictures, which are drawn in lines at any size.
  function style() {
    if (document.getElementById("matnb-theme")) return;
    var sheet = document.createElement("style");
    sheet.id = "matnb-theme";
    sheet.textContent = "@media not print { [data-matnb] > .matnb-print { display:none !important } }"
      + "[data-matnb][data-dark] button { background:#2a2e33 !important; color:#c3cbd4 !important; border-color:#434a52 !important }"
      + "@media print { [data-matnb][data-dressed] { background:#fff !important; height:auto !important } [data-matnb][data-dressed] > * { display:none !important }"
      + " [data-matnb][data-dressed] > .matnb-print { display:block !important } }";
    document.head.appendChild(sheet);
  }

  // The figure as it is to be painted, its box made ready.
  function dress(box, figure, still) {
    var isDark = dark(box), printed = still.cloneNode();
    style();
    box.setAttribute("data-dressed", "yes");
    box.style.background = isDark ? paper : "#fff";
    printed.className = "matnb-print";
    printed.alt = "";
    box.appendChild(printed);
    if (!isDark) {
      box.removeAttribute("data-dark");
      return figure;
    }
    box.setAttribute("data-dark", "yes");
    still.src = recolouredPicture(still.src);
    return Object.assign({}, figure, { content: recoloured(figure.content), paper: paper });
  }

  function watch(changed) {
    var attributes = ["class", "style", "data-vscode-theme-kind", "data-jp-theme-light"];
    new MutationObserver(changed).observe(document.body, { attributes: true, attributeFilter: attributes });
    night().addEventListener("change", changed);
  }

  matnb.theme = { dark: dark, dress: dress, watch: watch };
})();
