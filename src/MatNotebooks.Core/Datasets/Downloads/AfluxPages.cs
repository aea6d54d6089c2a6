using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>
/// AFLOW's AFLUX: a query is a list of keywords with directives behind, an answer a list of entries or an object of "1 of n".
/// </summary>
/// <remarks>Rose et al., Comput. Mater. Sci. 137, 362 (2017). Pages are numbered from 1; the geometry is that of the relaxed cell.</remarks>
internal sealed class AfluxPages(WebService service) : IWebPages
{
    private static readonly string[] CrystalFields = ["auid", "compound", "geometry", "species", "composition", "positions_fractional"];

    public HttpRequestMessage Request(long rowsBefore)
    {
        var keywords = string.Join(',', (service.Query is { Length: > 0 } asked ? [asked] : Enumerable.Empty<string>()).Concat(CrystalFields).Concat(service.Fields));
        return new(HttpMethod.Get, string.Create(
            CultureInfo.InvariantCulture, $"{service.Address}?{keywords},$paging({(rowsBefore / service.PageSize) + 1},{service.PageSize}),$format(json)"));
    }

    public WebPage Read(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Array)
            return new([.. body.EnumerateArray()], null, Record);
        if (body.ValueKind != JsonValueKind.Object)
            throw new FormatException("neither a list nor an object of entries");
        var rows = body.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Object).ToArray();
        long? total = rows.Length > 0 && long.TryParse(rows[0].Name.Split(" of ")[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var all) ? all : null;
        return new([.. rows.Select(member => member.Value)], total, Record);
    }

    private StructureRecord Record(JsonElement row)
    {
        var id = row.GetProperty("auid").GetString()!;
        var cell = Numbers(row.GetProperty("geometry"));
        var at = Numbers(row.GetProperty("positions_fractional"));
        var species = Words(row.GetProperty("species"));
        var counts = Numbers(row.GetProperty("composition"));
        var elements = species.Zip(counts, (symbol, count) => Enumerable.Repeat(PeriodicTable.Find(symbol), (int)count)).SelectMany(run => run).ToArray();
        if (cell.Length != 6 || at.Length != 3 * elements.Length)
            throw new FormatException($"{id} has {cell.Length} cell parameters and {at.Length} coordinates for {elements.Length} atoms.");
        var sites = elements.Select((element, i) => new Site(element, new(at[3 * i], at[(3 * i) + 1], at[(3 * i) + 2]))).ToImmutableArray();
        var crystal = new Crystal(Lattice.FromParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]), sites, id);
        var values = row.EnumerateObject().Where(member => !CrystalFields.Contains(member.Name) || member.Name == "compound").Select(member => ((string?)member.Name, member.Value));
        return new(id, crystal, RowValues.Of(values));
    }

    // Lists come as lists, or as texts with commas and, between rows, semicolons.
    private static double[] Numbers(JsonElement list) => list.ValueKind switch
    {
        JsonValueKind.Number => [list.GetDouble()],
        JsonValueKind.String => [.. list.GetString()!.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => double.Parse(word, CultureInfo.InvariantCulture))],
        _ => [.. list.EnumerateArray().SelectMany(Numbers)],
    };

    private static string[] Words(JsonElement list) => list.ValueKind == JsonValueKind.String
        ? list.GetString()!.Split(',', StringSplitOptions.TrimEntries)
        : [.. list.EnumerateArray().Select(word => word.GetString()!.Trim())];
}
