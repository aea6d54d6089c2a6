using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>OQMD's formation energies: <c>{"data": [...], "meta": {"data_available": n}}</c>, a cell of three vectors and sites such as "Na @ 0 0 0.5".</summary>
internal sealed class OqmdPages(WebService service) : IWebPages
{
    private static readonly string[] CrystalFields = ["entry_id", "name", "unit_cell", "sites"];

    public HttpRequestMessage Request(long rowsBefore)
    {
        var filter = service.Query is { Length: > 0 } asked ? $"&filter={Uri.EscapeDataString(asked)}" : "";
        return new(HttpMethod.Get, string.Create(
            CultureInfo.InvariantCulture,
            $"{service.Address}?fields={string.Join(',', CrystalFields.Concat(service.Fields))}{filter}&limit={service.PageSize}&offset={rowsBefore}&format=json"));
    }

    public WebPage Read(JsonElement body) => new(
        [.. body.GetProperty("data").EnumerateArray()],
        body.TryGetProperty("meta", out var meta) && meta.TryGetProperty("data_available", out var total) && total.ValueKind == JsonValueKind.Number ? total.GetInt64() : null,
        Record);

    private static StructureRecord Record(JsonElement row)
    {
        var id = $"oqmd-{row.GetProperty("entry_id")}";
        var cell = row.GetProperty("unit_cell").EnumerateArray().Select(vector => vector.EnumerateArray().Select(x => x.GetDouble()).ToArray()).ToArray();
        if (cell.Length != 3 || cell.Any(vector => vector.Length != 3))
            throw new FormatException($"{id} has no cell of three vectors.");
        var lattice = new Lattice(new(cell[0][0], cell[0][1], cell[0][2]), new(cell[1][0], cell[1][1], cell[1][2]), new(cell[2][0], cell[2][1], cell[2][2]));
        var crystal = new Crystal(lattice, [.. row.GetProperty("sites").EnumerateArray().Select(site => SiteOf(site.GetString()!, id))], id);
        return new(id, crystal, RowValues.Of(row.EnumerateObject().Where(member => !CrystalFields.Contains(member.Name)).Select(member => ((string?)member.Name, member.Value))));
    }

    private static Site SiteOf(string text, string id)
    {
        var words = text.Split([' ', '@'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 4
            && double.TryParse(words[1], CultureInfo.InvariantCulture, out var x)
            && double.TryParse(words[2], CultureInfo.InvariantCulture, out var y)
            && double.TryParse(words[3], CultureInfo.InvariantCulture, out var z)
            ? new(PeriodicTable.Find(words[0]), new(x, y, z))
            : throw new FormatException($"{id} has the site \"{text}\"; it should look like \"Na @ 0 0 0.5\".");
    }
}
