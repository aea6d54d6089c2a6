using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Visuals;

public sealed class FigureFormTests
{
    private const string Nasty = "</script><script>alert(1)</script> & \"quoted\" <b>bold</b> 'x'";

    [Fact]
    public void A_figure_has_its_four_forms() => Assert.Equal(
        ["application/vnd.plotly.v1+json", "image/svg+xml", "text/html", "text/plain"], new LinePlot([1, 2], [3, 4]).ToMimeBundle().Forms.Keys);

    [Fact]
    public void What_is_not_finite_becomes_null_in_JSON_and_leaves_a_gap_in_the_picture()
    {
        var forms = new LinePlot([1, 2, 3, 4], [1, double.NaN, double.PositiveInfinity, 2]).ToMimeBundle().Forms;
        var json = forms["application/vnd.plotly.v1+json"].ToJsonString();
        Assert.Contains("\"y\":[1,null,null,2]", json);
        Assert.DoesNotContain("NaN", forms["image/svg+xml"].GetValue<string>());
    }

    [Fact]
    public void No_text_ends_a_script_or_becomes_markup()
    {
        var figure = new ScatterPlot(new Series(Nasty, [1, 2], [3, 4]) { Labels = [Nasty, "b"] }) { Title = Nasty, X = new(Nasty, "<u>") };
        var forms = figure.ToMimeBundle().Forms;
        var html = forms["text/html"].GetValue<string>();
        Assert.Equal(2, html.Split("</script>").Length); // the fragment's own, once
        Assert.DoesNotContain("<b>bold</b>", XDocument.Parse(forms["image/svg+xml"].GetValue<string>()).ToString());
        Assert.DoesNotContain("<script>", forms["application/vnd.plotly.v1+json"]["data"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void Whatever_the_numbers_every_form_is_well_formed() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(7UL, 11UL),
        Prop.ForAll<double[], bool, bool>((values, logX, logY) =>
        {
            double[] x = [.. values.Select((_, i) => (double)i)];
            var figure = new LinePlot(new Series("s", x, values)) { X = new("x") { Logarithmic = logX }, Y = new("y") { Logarithmic = logY } };
            return IsWellFormed(figure) && IsWellFormed(new Histogram(values)) && IsWellFormed(new ScatterPlot(x, values) { Color = new("c", values) });
        }));

    [Fact]
    public void A_predicted_curve_needs_no_predicted_points()
    {
        var curve = new EnergyVolumeCurve("rocksalt", [9, 10, 11], [1, 0, 1]) { PredictedFit = volume => 0.1 + ((volume - 10) * (volume - 10)) };
        var forms = new EnergyVolumePlot(curve).ToMimeBundle().Forms;
        Assert.Contains("stroke-dasharray", forms["image/svg+xml"].GetValue<string>());
        Assert.Contains("predicted off by 0.100 eV/atom", forms["text/plain"].GetValue<string>());
    }

    [Fact]
    public void A_bar_that_a_group_does_not_have_goes_without_words()
    {
        var bars = new BarPlot(["ours", "theirs"], new BarGroup("here", [1.5, double.NaN]) { Errors = [0.2, 0] }, new BarGroup("published", [double.NaN, 2])) { Value = new("error", "GPa") };
        Assert.EndsWith("here: ours 1.5 GPa ± 0.20\npublished: theirs 2 GPa", bars.ToMimeBundle().Forms["text/plain"].GetValue<string>());
        Assert.True(IsWellFormed(bars));
    }

    private static bool IsWellFormed(Figure figure)
    {
        var forms = figure.ToMimeBundle().Forms;
        var svg = XDocument.Parse(forms["image/svg+xml"].GetValue<string>()).ToString();
        var plotly = JsonNode.Parse(forms["application/vnd.plotly.v1+json"].ToJsonString());
        return plotly is JsonObject && !svg.Contains("=\"NaN") && !svg.Contains("∞\" ") && forms["text/plain"].GetValueKind() == JsonValueKind.String;
    }
}
