using System.Globalization;

namespace MatNotebooks.Core.Tests;

/// <summary>A table of tests/References: comment lines, a header, then rows without quotes.</summary>
internal static class ReferenceTable
{
    /// <summary>Rows as column name → cell.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Read(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "References", name)).Where(line => !line.StartsWith('#')).ToArray();
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    /// <summary>The number in a cell; null when it is empty.</summary>
    public static double? Number(string cell) => cell == "" ? null : double.Parse(cell, CultureInfo.InvariantCulture);
}
