using System.Globalization;
using MatNotebooks.Datasets;

namespace MatNotebooks.Training;

/// <summary>What says the class of a record: a text, true or false, or a number that stands for a class.</summary>
/// <param name="Key">Key of the value.</param>
public sealed record ClassLabel(string Key)
{
    /// <summary>The class of a record: "metal", "true"; of the number 1.0, "1".</summary>
    /// <exception cref="BadRecordException">It has none.</exception>
    public string Of(StructureRecord record) => TryOf(record) ?? record.RequiredText(Key);

    /// <summary>The class of a record; null where it has none.</summary>
    public string? TryOf(StructureRecord record) => record.Text(Key) is not { } text
        ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : text;

    /// <summary>Whether the values of records look like classes: words, or only the numbers 0 and 1.</summary>
    public bool Fits(IEnumerable<StructureRecord> records)
    {
        string[] names = [.. records.Select(TryOf).OfType<string>().Distinct()];
        return names.Length > 0 && (names.All(name => name is "0" or "1") || Array.Exists(names, name => !IsNumber(name)));
    }

    /// <summary>The classes that occur, numbers by size, words by letter.</summary>
    internal static IEnumerable<string> Sorted(IEnumerable<string> names)
    {
        string[] distinct = [.. names.Distinct()];
        return Array.TrueForAll(distinct, IsNumber)
            ? distinct.OrderBy(name => double.Parse(name, CultureInfo.InvariantCulture))
            : distinct.Order(StringComparer.Ordinal);
    }

    private static bool IsNumber(string name) => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
