using System.Net;
using System.Text.Json.Nodes;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Plotly;
using MatNotebooks.Kernel.Visuals.Charts.Svg;
using MatNotebooks.Kernel.Visuals.Viewer;

namespace MatNotebooks.Kernel.Visuals.Maps;

/// <summary>Puts map, structure and table together, as a page and as a static picture of the crystal shown at first.</summary>
internal sealed class MapPicture
{
    private const double LeftShare = 0.62;
    private const double HeadHeight = 36;
    private const double Row = 24;

    private readonly EmbeddingMap map;
    private readonly MapPlaces places;
    private readonly MapTable table;
    private readonly MapChart chart;
    private readonly string[] names;

    internal MapPicture(EmbeddingMap map, MapPlaces places)
    {
        (this.map, this.places, table) = (map, places, new(map));
        names = [.. map.Crystals.Select(NameOf)];
        chart = new(map, places, names);
    }

    private double Left => Math.Round(map.Width * LeftShare);

    private double StageHeight => map.Height - HeadHeight - (Row * Math.Min(table.Row(0).Count(), 6)) - 12;

    internal MimeBundle Bundle()
    {
        var layout = ChartLayout.Of(chart.Draw(Left));
        var (words, plotly) = (Words(), PlotlyChart.Of(layout));
        // No form of plotly's own: a host that prefers it would show the map without its structures.
        return new Fragment(PageLibrary.Map, Content(plotly), Picture(SvgChart.Of(layout, words), words), words, map.Width, map.Height).Bundle();
    }

    private JsonObject Content(JsonObject plotly)
    {
        var every = (int)Math.Ceiling((double)map.Crystals.Count / map.MostStructures);
        bool Held(int index) => index % every == 0 || index == map.Start;
        plotly["config"]!["modeBarButtonsToRemove"] = new JsonArray("autoScale2d");
        return new()
        {
            ["chart"] = plotly,
            ["left"] = Left,
            ["stageHeight"] = StageHeight,
            ["names"] = PageJson.Texts(names),
            ["x"] = PageJson.Numbers(places.X),
            ["y"] = PageJson.Numbers(places.Y),
            ["members"] = new JsonArray([.. chart.Members.Select(members => (JsonNode)new JsonArray([.. members.Select(index => (JsonNode)index)]))]),
            ["firstTrace"] = MapChart.FirstTrace,
            ["ring"] = 0,
            ["columns"] = table.ToJson(),
            ["crystals"] = new JsonArray([.. map.Crystals.Select((crystal, index) => Held(index) ? Structure(crystal) : null)]),
            ["held"] = Enumerable.Range(0, map.Crystals.Count).Count(Held),
            ["start"] = map.Start,
        };
    }

    private CrystalView View(Crystal crystal) => new(crystal) { Width = (int)(map.Width - Left), Height = (int)StageHeight, Title = " ", Spin = 0 };

    private JsonObject Structure(Crystal crystal) => new()
    {
        ["content"] = Fragment.ContentOf(View(crystal).ToMimeBundle().Forms["text/html"].GetValue<string>()),
        ["legend"] = new JsonArray([.. crystal.Composition.Elements.Select(element => (JsonNode)new JsonArray(element.Symbol, element.Color))]),
    };

    // The parts are pictures of their own, side by side.
    private string Picture(string left, string words)
    {
        var crystal = View(map.Crystals[map.Start]).ToMimeBundle().Forms["image/svg+xml"].GetValue<string>();
        var (wide, high) = (SvgCanvas.Number(map.Width), SvgCanvas.Number(map.Height));
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" font-family="{Theme.FontFamily}" role="img">
            <title>{WebUtility.HtmlEncode(words)}</title>
            <rect width="100%" height="100%" rx="6" fill="{Theme.Paper}"/>
            {At(left, 0, 0)}{At(crystal, Left, HeadHeight)}{At(Side(), Left, 0)}</svg>

            """;
    }

    // Title above the structure and table below it; the paper between is not drawn, for it would hide the structure.
    private string Side()
    {
        var width = map.Width - Left;
        var canvas = new SvgCanvas(width, map.Height);
        canvas.Text(0, 12 + Theme.TitleSize, names[map.Start], Theme.TitleSize, bold: true);
        var y = HeadHeight + StageHeight;
        foreach (var (name, text) in table.Row(map.Start))
        {
            canvas.Line(0, y, width - 8, y, Theme.Grid);
            canvas.Text(0, y + 17, name, Theme.LabelSize, Theme.Muted);
            canvas.Text(width - 8, y + 17, text, Theme.LabelSize, anchor: "end");
            y += Row;
        }
        return canvas.Picture(names[map.Start]).Replace($"<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{Theme.Paper}\"/>\n", "");
    }

    private static string At(string picture, double x, double y) => picture.Replace("<svg xmlns=\"http://www.w3.org/2000/svg\"", $"<svg x=\"{SvgCanvas.Number(x)}\" y=\"{SvgCanvas.Number(y)}\"");

    private string Words()
    {
        var trust = double.IsNaN(places.Trust) ? "" : $", trustworthiness {places.Trust:0.000} with 7 neighbours";
        var groups = map.Groups is null ? "" : $"\nClasses: {string.Join(", ", map.Groups.GroupBy(name => name).OrderByDescending(group => group.Count()).Take(8).Select(group => $"{group.Key} {group.Count():N0}"))}";
        var shown = string.Join(", ", table.Row(map.Start).Select(cell => $"{cell.Name} {cell.Text}"));
        return $"{map.Title ?? "Map of embeddings"}: {map.Crystals.Count:N0} crystals, vectors of {map.Vectors[0].Length} numbers, {places.Method}{trust}{map.Color?.Words()}{groups}\nShown: {names[map.Start]}, {shown}";
    }

    private static string NameOf(Crystal crystal)
    {
        var formula = Formula.Subscripted(crystal.Composition.ReducedFormula);
        return crystal.Id is { } id && id != crystal.Composition.ReducedFormula ? $"{formula} · {id}" : formula;
    }
}
