using System.Globalization;

namespace MatNotebooks.Kernel.Display;

/// <summary>How a progress bar looks on a page, light or dark. While it runs it says how to stop it; classic notebooks get a button.</summary>
internal static class ProgressHtml
{
    public const string Running = "#0072b2";
    public const string Done = "#009e73";
    public const string Stopped = "#d55e00";

    // Notebook 6 is the one host that lets a page interrupt: the button shows itself only there.
    private const string Stop = """
        <button type="button" class="matnb-stop" style="display:none" onclick="Jupyter.notebook.kernel.interrupt();this.disabled=true">stop</button><script>
        if (window.Jupyter && Jupyter.notebook) document.querySelectorAll(".matnb-stop").forEach(function (button) { button.style.display = ""; });
        </script>
        """;

    /// <param name="label">What is done.</param>
    /// <param name="percent">How much of it, from 0 to 100.</param>
    /// <param name="rest">Time and words behind the percentage.</param>
    /// <param name="color">One of the colours above.</param>
    public static string Of(string label, string percent, string rest, string color)
    {
        var running = color == Running;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <div class="matnb-progress" style="font:13px system-ui,sans-serif;display:flex;flex-wrap:wrap;gap:.3em .8em;align-items:center;margin:4px 0"{(running ? " title=\"Interrupt the cell to stop\"" : "")}><span>{HtmlText.Encode(label)}</span><span role="progressbar" aria-valuenow="{percent}" aria-valuemin="0" aria-valuemax="100" style="display:inline-block;width:16em;height:.6em;border-radius:.3em;overflow:hidden;background:rgba(128,140,150,.28)"><span style="display:block;width:{percent}%;height:100%;border-radius:.3em;background:{color}"></span></span><span style="font-variant-numeric:tabular-nums">{percent} %{HtmlText.Encode(rest)}</span>{(running ? Stop : "")}</div>
            """);
    }
}
