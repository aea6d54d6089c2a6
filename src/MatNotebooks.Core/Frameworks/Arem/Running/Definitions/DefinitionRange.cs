using System.Globalization;

namespace MatNotebooks.Frameworks.Arem.Running.Definitions;

/// <summary>Refuses numbers out of their range, in one sentence.</summary>
internal static class DefinitionRange
{
    public static double Within(double value, double least, double most, string unit, string name) => value >= least && value <= most
        ? value
        : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be {least} to {most}{(unit.Length == 0 ? "" : $" {unit}")}."));

    public static int Within(int value, int least, int most, string name) => (int)Within(value, (double)least, most, "", name);

    public static string OneOf(string value, IReadOnlyList<string> words, string name) =>
        words.Contains(value) ? value : throw new ArgumentException($"{name} is '{value}'; it can be {string.Join(", ", words)}.");
}
