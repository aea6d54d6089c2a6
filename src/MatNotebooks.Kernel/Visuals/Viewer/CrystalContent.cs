using System.Text.Json.Nodes;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Writes a scene for the painter of crystals (crystal-painter.js).</summary>
internal static class CrystalContent
{
    internal static JsonObject Of(CrystalView view, CrystalScene scene, Stage stage) => new()
    {
        ["atoms"] = Array(scene.Atoms.Select(atom => new JsonObject
        {
            ["e"] = atom.Element.Symbol,
            ["p"] = Points(atom.Position),
            ["r"] = Round(atom.Radius),
            ["c"] = atom.Color,
            ["t"] = atom.Text,
        })),
        ["sticks"] = Array(scene.Sticks.Select(stick => new JsonObject
        {
            ["p"] = Points(stick.From, stick.To),
            ["r"] = Round(stick.Radius),
            ["c"] = stick.Color,
        })),
        ["edges"] = Array(scene.Edges.Select(Edge)),
        ["stage"] = StageBox(view, stage),
        ["distance"] = Round(stage.Distance),
        ["view"] = PageJson.Numbers(Stage.Quaternion()),
        ["spin"] = PageJson.Number(view.Spin),
    };

    // As shares of the picture, which may be shown smaller than it is.
    private static JsonArray StageBox(CrystalView view, Stage stage) => PageJson.Numbers(
        [stage.Area.Left / view.Width, stage.Area.Top / view.Height, stage.Area.Width / view.Width, stage.Area.Height / view.Height]);

    private static JsonObject Edge(SceneEdge edge)
    {
        var json = new JsonObject { ["p"] = Points(edge.From, edge.To), ["c"] = edge.Color };
        if (edge.Name is { } name) (json["n"], json["at"]) = (name, Points(edge.NamePlace));
        return json;
    }

    private static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items]);

    private static JsonArray Points(params Cartesian[] places) =>
        new([.. places.SelectMany(place => new[] { place.X, place.Y, place.Z }).Select(value => (JsonNode)Round(value))]);

    private static double Round(double value) => Math.Round(value, 4) + 0.0; // no negative zero
}
