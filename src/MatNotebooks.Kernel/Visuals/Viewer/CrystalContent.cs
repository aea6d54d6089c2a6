using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Writes scenes for the painter of crystals (crystal-painter.js): long lists of numbers, so that a saved notebook stays small.</summary>
internal static class CrystalContent
{
    internal static JsonObject Of(ViewCard card, ImmutableArray<CrystalScene> scenes, Stage stage, ImmutableArray<SiteNote> notes)
    {
        var content = new JsonObject
        {
            ["scenes"] = Array(scenes.Select(Scene)),
            ["sites"] = Array(notes.Select(note => new JsonObject { ["t"] = note.Title, ["d"] = PageJson.Texts(note.Lines) })),
            ["stage"] = StageBox(card, stage),
            ["distance"] = Round(stage.Distance),
            ["view"] = PageJson.Numbers(stage.Look.Quaternion()),
            ["looks"] = new JsonObject(card.Looks.Select(look => KeyValuePair.Create(look.Key, (JsonNode?)PageJson.Numbers(look.Value.Quaternion())))),
            ["spin"] = PageJson.Number(card.Spin),
            ["name"] = card.Heading,
        };
        if (card.FrameNames.Length > 0) content["frames"] = PageJson.Texts(card.FrameNames);
        return content;
    }

    private static JsonObject Scene(CrystalScene scene)
    {
        var (kinds, atoms) = (new List<(string Symbol, double Radius, string Color)>(), new JsonArray());
        foreach (var atom in scene.Atoms)
            Add(atoms, [Number(kinds, (atom.Element.Symbol, Round(atom.Radius), atom.Color)), atom.Site], atom.Position);
        var (rods, sticks) = (new List<(double Radius, string Color)>(), new JsonArray());
        foreach (var stick in scene.Sticks)
            Add(sticks, [Number(rods, (Round(stick.Radius), stick.Color))], stick.From, stick.To);
        var json = new JsonObject
        {
            ["kinds"] = Array(kinds.Select(kind => new JsonArray(kind.Symbol, kind.Radius, kind.Color))),
            ["atoms"] = atoms,
            ["rods"] = Array(rods.Select(rod => new JsonArray(rod.Radius, rod.Color))),
            ["sticks"] = sticks,
            ["edges"] = Array(scene.Edges.Select(Edge)),
        };
        if (scene.Solids.Length > 0) json["solids"] = Array(scene.Solids.Select(Solid));
        if (scene.Arrows.Length > 0) json["arrows"] = Array(scene.Arrows.Select(Arrow));
        if (scene.Atoms.Any(atom => atom.Label is not null)) json["labels"] = Array(scene.Atoms.Select(Label));
        return json;
    }

    private static int Number<T>(List<T> kinds, T kind)
    {
        var index = kinds.IndexOf(kind);
        if (index < 0) kinds.Add(kind);
        return index < 0 ? kinds.Count - 1 : index;
    }

    // As shares of the picture, which may be shown smaller than it is.
    private static JsonArray StageBox(ViewCard card, Stage stage) => PageJson.Numbers(
        [stage.Area.Left / card.Width, stage.Area.Top / card.Height, stage.Area.Width / card.Width, stage.Area.Height / card.Height]);

    private static JsonObject Edge(SceneEdge edge)
    {
        var json = new JsonObject { ["p"] = Points(edge.From, edge.To), ["c"] = edge.Color };
        if (edge.Name is { } name) (json["n"], json["at"]) = (name, Points(edge.NamePlace));
        return json;
    }

    private static JsonObject Solid(SceneSolid solid) => new()
    {
        ["c"] = solid.Color,
        ["o"] = PageJson.Number(solid.Opacity),
        ["f"] = Array(solid.Faces.Select(face => Points([.. face]))),
    };

    private static JsonObject Arrow(SceneArrow arrow) =>
        new() { ["p"] = Points(arrow.From, arrow.To), ["r"] = Round(arrow.Radius), ["c"] = arrow.Color };

    private static JsonArray Label(SceneAtom atom) => new(atom.Label ?? "", ColorScale.InkOn(atom.Color));

    private static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);

    private static JsonArray Points(params Cartesian[] places)
    {
        var array = new JsonArray();
        Add(array, [], places);
        return array;
    }

    private static void Add(JsonArray array, ReadOnlySpan<int> indices, params ReadOnlySpan<Cartesian> places)
    {
        foreach (var index in indices) array.Add((JsonNode)index);
        foreach (var place in places)
        {
            array.Add((JsonNode)Round(place.X));
            array.Add((JsonNode)Round(place.Y));
            array.Add((JsonNode)Round(place.Z));
        }
    }

    private static double Round(double value) => Math.Round(value, 3) + 0.0; // no negative zero
}
