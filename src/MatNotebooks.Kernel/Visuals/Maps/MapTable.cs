using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Maps;

/// <summary>What the table beside a map says of each crystal.</summary>
internal sealed class MapTable
{
    private readonly List<(string Name, string? Unit, IReadOnlyList<string> Texts, IReadOnlyList<double>? Values)> columns = [];

    internal MapTable(EmbeddingMap map)
    {
        if (map.Color is { } color) Add(color);
        if (map.Groups is { } groups) columns.Add(("class", null, groups, null));
        foreach (var column in map.Columns) Add(column);
        // What every crystal has, unless it is there already.
        AddNew(new("volume per atom", "Å³"), [.. map.Crystals.Select(crystal => crystal.Volume / Math.Max(crystal.Composition.AtomCount, 1e-9))]);
        AddNew("sites in the cell", [.. map.Crystals.Select(crystal => (double)crystal.Sites.Length)]);
    }

    /// <summary>Name and value of each column for one crystal.</summary>
    internal IEnumerable<(string Name, string Text)> Row(int index) => columns.Select(column => (column.Name, column.Texts[index]));

    internal JsonArray ToJson() => new([.. columns.Select(column => new JsonObject
    {
        ["name"] = column.Name,
        ["unit"] = column.Unit,
        ["texts"] = PageJson.Texts(column.Texts),
        ["values"] = column.Values is null ? null : PageJson.Numbers(column.Values),
    })]);

    private void AddNew(Axis axis, IReadOnlyList<double> values)
    {
        if (!columns.Any(column => column.Name == axis.Label)) Add(axis, values);
    }

    private void Add(ColorValues values) => Add(values.Axis, values.Values);

    private void Add(Axis axis, IReadOnlyList<double> values) =>
        columns.Add((axis.Label, axis.Unit, [.. values.Select(value => double.IsFinite(value) ? Quantity.Short(value, 4, axis.Unit) : "unknown")], values));
}
