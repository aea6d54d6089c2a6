using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Tests.Display.Foreign;

public sealed class ForeignValueTests
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    [Fact]
    public void A_chart_of_Plotly_NET_shows_its_own_html_and_the_figure_in_it()
    {
        var bundle = ValueFormatter.ToBundle(new Plotly.NET.GenericChart.Chart());
        Assert.StartsWith("<div id=\"c\">", (string?)bundle.Forms["text/html"], StringComparison.Ordinal);
        Assert.Equal("{\"data\":[{\"type\":\"scatter\",\"x\":[1.5]}],\"layout\":{\"title\":{\"text\":\"Gap; of } oxides\"}}}", bundle.Forms[Plotly].ToJsonString());
        Assert.Equal("Plotly.NET chart of 1 trace: Gap; of } oxides", bundle.PlainText);
    }

    [Fact]
    public void A_chart_of_XPlot_shows_a_box_and_its_script()
    {
        var bundle = ValueFormatter.ToBundle(new XPlot.Plotly.PlotlyChart());
        var html = (string)bundle.Forms["text/html"]!;
        Assert.StartsWith("<div style=\"width: 700px; height: 400px;\" id=\"x-1\"></div>", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("<script>").Length - 1);
        Assert.Contains("Plotly.newPlot('x-1', data, layout);", html, StringComparison.Ordinal);
        Assert.Equal("{\"data\":[{\"type\":\"bar\"},{\"type\":\"bar\"}],\"layout\":{}}", bundle.Forms[Plotly].ToJsonString());
        Assert.Equal("XPlot chart of 2 traces", bundle.PlainText);
    }

    [Fact]
    public void A_frame_of_Deedle_is_a_table()
    {
        var bundle = ValueFormatter.ToBundle(new Deedle.Frame<int, string>());
        Assert.Equal(
            "<table class=\"matnb-table\"><thead><tr><th></th><th></th><th>gap</th></tr><tr><th></th><th></th><th>(float)</th></tr></thead>" +
            "<tbody><tr><th>0</th><td>-&gt;</td><td>&lt;1.5</td></tr></tbody></table><p>1 rows × 1 columns, 2 missing values</p>",
            (string?)bundle.Forms["text/html"]);
        Assert.Equal("     gap\n0 -> 1.5", bundle.PlainText);
    }

    [Fact]
    public void A_series_of_Deedle_is_a_table()
    {
        var bundle = ValueFormatter.ToBundle(new Deedle.Series<string, int>());
        Assert.Equal("<table class=\"matnb-table\"><tbody><tr><th>a</th><td>-&gt;</td><td>1</td></tr></tbody></table><p>series of 1 items</p>", (string?)bundle.Forms["text/html"]);
        Assert.Equal("a -> 1", bundle.PlainText);
    }
}
