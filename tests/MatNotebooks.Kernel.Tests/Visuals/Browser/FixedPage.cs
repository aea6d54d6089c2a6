using MatNotebooks.Kernel.Visuals.Assets;

namespace MatNotebooks.Kernel.Tests.Visuals.Browser;

/// <summary>All figures of the gallery at places known beforehand, one below the other.</summary>
internal static class FixedPage
{
    internal const int Width = 920;
    internal const int Step = 700;

    internal static int Height => Gallery.Still.Count * Step;

    /// <summary>
    /// As the worst of hosts: an AMD loader and CommonJS names on window, figures before the libraries, each library twice, one figure
    /// twice, and half of the figures put in by innerHTML with their scripts made anew, as VS Code's renderer does.
    /// </summary>
    internal static string Hostile
    {
        get
        {
            var scripts = PageLibraries.Scripts(PageLibrary.Plotly | PageLibrary.Viewer | PageLibrary.Map | PageLibrary.Table);
            var figures = Gallery.Still.Select((entry, index) => index % 2 == 0 ? Html(entry.Name) : $"<template class=\"late\">{Html(entry.Name)}</template>");
            return Page(Loader, [.. figures, Html("LinePlot"), scripts, scripts, Lack, Late]);
        }
    }

    /// <summary>What came of each figure, as a JavaScript expression.</summary>
    internal const string Summary = """
        Array.from(document.querySelectorAll("[data-matnb]"), box => ({
          drawn: box.dataset.drawn || "",
          needs: box.dataset.needs || "",
          shapes: box.querySelectorAll(".mlayer path, .mlayer image, .mlayer text, td").length,
          canvases: box.querySelectorAll("canvas").length,
          error: box.title,
        }))
        """;

    private const string Loader = """
        <script>
        window.define = function () { document.documentElement.dataset.defined = "yes"; }; window.define.amd = {};
        window.module = { exports: {} }; window.exports = window.module.exports; window.require = function () { throw new Error("no module"); };
        </script>
        """;

    private const string Lack = "<script>window.matnb.lack('a library is missing');</script>";

    private const string Late = """
        <script>
        document.querySelectorAll("template.late").forEach(function (template) {
          var output = document.createElement("div");
          output.innerHTML = template.innerHTML;
          template.replaceWith(output);
          output.querySelectorAll("script").forEach(function (old) {
            var made = document.createElement("script");
            made.text = old.text;
            old.replaceWith(made);
          });
        });
        </script>
        """;

    private static string Html(string name) => Gallery.Still.First(entry => entry.Name == name).Figure.ToMimeBundle().Forms["text/html"].GetValue<string>();

    private static string Page(string head, IEnumerable<string> figures) => $$"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><style>body, .matnb-figure { margin: 0 !important } section { height: {{Step}}px; overflow: hidden }</style>{{head}}</head>
        <body>{{string.Join('\n', figures.Select(figure => $"<section>{figure}</section>"))}}</body></html>
        """;
}
