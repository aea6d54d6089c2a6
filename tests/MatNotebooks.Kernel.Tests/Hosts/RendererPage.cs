using System.Text.Json;
using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks;
using MatNotebooks.Kernel.Visuals.Assets;

namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>
/// A page that does to outputs what VS Code does, as its public sources have it; VS Code itself is not run.
/// <list type="bullet">
/// <item>All outputs of a notebook live in one webview; each is a <c>div.output</c> of its own under <c>#container</c>, not a shadow
/// root (only Markdown cells have one), and comes later by a message: the page is long loaded.</item>
/// <item><c>text/html</c> goes in by <c>innerHTML</c>, so its scripts do nothing; the built-in renderer then makes each anew by
/// <c>createElement</c>, appends it, and takes it away again (notebook-renderers, domEval).</item>
/// <item><c>application/vnd.plotly.v1+json</c> comes first where a renderer for it is installed (the Jupyter extension brings one): it
/// gets data, layout and config, has its own plotly.js, and the page never sees our HTML. Where none is, <c>text/html</c> is next, then
/// <c>image/svg+xml</c>, which goes in as markup.</item>
/// <item>The webview's content policy: no network but https, no eval of the page's own but 'unsafe-inline' and 'unsafe-eval' scripts,
/// images from data: and https:, workers none.</item>
/// <item>The body carries the theme: classes <c>vscode-light</c>, <c>vscode-dark</c> or <c>vscode-high-contrast</c>, and
/// <c>data-vscode-theme-kind</c>; its own background is transparent over the editor's colour.</item>
/// <item>A loader's <c>require</c> stands on window before anything else.</item>
/// </list>
/// </summary>
internal static class RendererPage
{
    /// <summary>The output of picture i, for <see cref="FigureCheck"/>.</summary>
    internal const string Place = "document.querySelectorAll('#container > div')[i + 1]";

    /// <param name="theme">vscode-light, vscode-dark or vscode-high-contrast.</param>
    /// <param name="pictures">The outputs.</param>
    /// <param name="plotlyRenderer">Whether the extension that renders plotly's figures is there.</param>
    internal static string Html(string theme, IEnumerable<(string Name, MimeBundle Bundle)> pictures, bool plotlyRenderer)
    {
        var outputs = pictures.Select(picture => CellOutputs.Forms(picture.Bundle))
            .Prepend(new JsonObject { ["text/html"] = GalleryNotebook.Libraries });
        var renderer = plotlyRenderer ? File.ReadAllText(WebModules.Find("plotly.js-dist-min/plotly.min.js")).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase) : "";
        var dark = theme != "vscode-light";
        return $$"""
            <!DOCTYPE html>
            <html lang="en" style="background:{{(dark ? "#1f1f1f" : "#ffffff")}}"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src https: http: data: blob:; font-src https:; connect-src https:; child-src https: data:;">
            <style>
            body { margin: 0; padding: 0; background: transparent; color: {{(dark ? "#cccccc" : "#3b3b3b")}}; font: 13px system-ui, sans-serif }
            #container { position: absolute; width: 100%; top: 0 }
            #container > div > div.output { width: calc(100% - 60px); margin-left: 44px; padding: 8px; box-sizing: border-box }
            table { border-spacing: 0; border-collapse: collapse }
            </style>
            <script>self.require = {};{{renderer}}</script></head>
            <body class="{{theme}}" data-vscode-theme-kind="{{theme}}">
            <div id="container"></div>
            <script type="application/json" id="outputs">{{JsonSerializer.Serialize(outputs, PageJson.Options)}}</script>
            <script>{{Renderers}}</script>
            </body></html>
            """;
    }

    private const string Renderers = """
        function slot() {
          const cell = document.createElement('div'), output = document.createElement('div');
          output.className = 'output';
          cell.append(output);
          document.getElementById('container').append(cell);
          return output;
        }
        function renderHtml(output, html) {
          const element = document.createElement('div');
          element.innerHTML = html;
          output.append(element);
          for (const old of Array.from(element.getElementsByTagName('script'))) {
            const made = document.createElement('script');
            made.text = old.innerText;
            element.appendChild(made).parentNode.removeChild(made);
          }
        }
        function renderPlotly(output, figure) {
          const element = document.createElement('div');
          output.append(element);
          return window.Plotly.newPlot(element, figure.data, figure.layout, figure.config);
        }
        function render(data) {
          const output = slot(), plotly = data['application/vnd.plotly.v1+json'];
          if (plotly && window.Plotly) return renderPlotly(output, plotly);
          if (data['text/html']) return renderHtml(output, data['text/html']);
          if (data['image/svg+xml']) return renderHtml(output, data['image/svg+xml']);
          output.textContent = data['text/plain'];
        }
        addEventListener('load', () => setTimeout(async () => {
          for (const data of JSON.parse(document.getElementById('outputs').textContent)) await render(data);
          document.body.dataset.rendered = 'yes';
        }, 50));
        """;
}
