using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Datasets;

/// <summary>One line of the structure record format (see <see cref="StructureRecords"/>).</summary>
internal static partial class RecordLine
{
    /// <summary>Nearer than this, two atoms are on one spot | Å.</summary>
    public const double Spot = 0.1; // Å; the shortest bond, H–H, has 0.74
    private static readonly ImmutableHashSet<string> StructureKeys = ["id", "lat", "sp", "n", "xyz"];

    /// <summary>Reads the line.</summary>
    /// <exception cref="FormatException">It is not a structure record; the message says why and how to mend it.</exception>
    /// <exception cref="ArgumentException">Lattice or sites make no crystal.</exception>
    public static StructureRecord Parse(string line)
    {
        var row = ParseObject(line);
        var id = Member(row, "id") is var key && key.ValueKind == JsonValueKind.String ? key.GetString()! : key.GetRawText();
        var lat = Numbers(row, "lat");
        if (lat.Length != 6)
            throw new FormatException($"\"lat\" has {lat.Length} numbers; it needs 6: a, b, c in Å and α, β, γ in degrees.");
        var lattice = Lattice.FromParameters(lat[0], lat[1], lat[2], lat[3], lat[4], lat[5]);
        var crystal = new Crystal(lattice, Sites(row), id);
        CheckApart(crystal);
        return new(id, crystal, Values(row));
    }

    private static JsonElement ParseObject(string line)
    {
        try
        {
            var row = JsonElement.Parse(line);
            return row.ValueKind == JsonValueKind.Object
                ? row
                : throw new FormatException(
                    "the line is not a JSON object; a structure record looks like {\"id\":…,\"lat\":…,\"sp\":…,\"n\":…,\"xyz\":…}.");
        }
        catch (JsonException wrong)
        {
            if (NotFinite().Match(line) is { Success: true } member)
                throw new FormatException(
                    $"\"{member.Groups[1].Value}\" is {member.Groups[2].Value}, which JSON does not know; write null where a value is missing.",
                    wrong);
            throw new FormatException($"the line is not JSON at column {wrong.BytePositionInLine + 1}; write one whole object per line.", wrong);
        }
    }

    private static Dictionary<string, JsonElement> Values(JsonElement row)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in row.EnumerateObject())
            if (!StructureKeys.Contains(member.Name) && !values.TryAdd(member.Name, member.Value))
                throw new FormatException($"\"{member.Name}\" stands twice; keep one.");
        return values;
    }

    private static ImmutableArray<Site> Sites(JsonElement row)
    {
        var species = Member(row, "sp");
        if (species.ValueKind != JsonValueKind.Array)
            throw new FormatException($"\"sp\" is {Shortened(species.GetRawText())}; it must be a list of symbols.");
        var symbols = species.EnumerateArray().ToArray();
        var counts = Numbers(row, "n");
        var xyz = Numbers(row, "xyz");
        if (symbols.Length != counts.Length || counts.Any(count => !(count >= 1) || count != Math.Floor(count)))
            throw new FormatException(
                $"\"sp\" has {symbols.Length} species and \"n\" says {Shortened(row.GetProperty("n").GetRawText())}; "
                + "each species needs a whole count of at least 1.");
        if (counts.Sum() * 3 != xyz.Length)
            throw new FormatException($"\"xyz\" has {xyz.Length} numbers for {counts.Sum()} sites; it needs three per site.");
        var sites = ImmutableArray.CreateBuilder<Site>(xyz.Length / 3);
        for (var run = 0; run < symbols.Length; run++)
        {
            var element = ElementOf(symbols[run]);
            for (var left = (int)counts[run]; left > 0; left--)
            {
                var at = 3 * sites.Count;
                sites.Add(new(element, new(xyz[at], xyz[at + 1], xyz[at + 2])));
            }
        }
        return sites.MoveToImmutable();
    }

    private static void CheckApart(Crystal crystal)
    {
        if (crystal.ClosePairs(Spot) is not [var pair, ..]) return;
        var (first, second) = (crystal.Sites[pair.First].Element.Symbol, crystal.Sites[pair.Second].Element.Symbol);
        throw new FormatException(
            $"two atoms on one spot: sites {pair.First + 1} ({first}) and {pair.Second + 1} ({second}) are {pair.Distance:0.####} Å apart; "
            + $"at least {Spot} Å are needed. Remove one.");
    }

    private static Element ElementOf(JsonElement symbol) =>
        symbol.ValueKind == JsonValueKind.String && PeriodicTable.TryFind(symbol.GetString()!, out var element)
            ? element
            : throw new FormatException($"\"sp\" names {symbol.GetRawText()}, which is no element; use symbols such as \"Na\".");

    private static JsonElement Member(JsonElement row, string key) =>
        row.TryGetProperty(key, out var value)
            ? value
            : throw new FormatException($"\"{key}\" is missing; a structure record has id, lat, sp, n and xyz.");

    private static double[] Numbers(JsonElement row, string key)
    {
        var list = Member(row, key);
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(number => number.ValueKind != JsonValueKind.Number))
            throw new FormatException($"\"{key}\" is {Shortened(list.GetRawText())}; it must be a list of numbers.");
        return [.. list.EnumerateArray().Select(number => number.GetDouble())];
    }

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..57] + "...";

    [GeneratedRegex("\"([^\"]*)\"\\s*:\\s*(-?(?:NaN|Infinity|nan|inf))")]
    private static partial Regex NotFinite();
}
