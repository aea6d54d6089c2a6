using System.Globalization;
using System.Text.RegularExpressions;
using MatNotebooks.Quantities;

namespace MatNotebooks.Frameworks.PgGos.Targets;

/// <summary>Reads the demands of a target.</summary>
internal static partial class TargetText
{
    private const string Number = @"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?";
    private const string Forms = "write \"band_gap=2.0±0.2 eV\", \"heat<=0.2 eV\", \"density>=5 g/cm3\", \"1.5<=band_gap<=3 eV\" or \"band_gap=1.5..3 eV\"";

    /// <summary>The demands one by one.</summary>
    public static string[] Demands(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new FormatException($"The target is empty; {Forms}.");
        return Between().Split(text.Trim());
    }

    /// <summary>The window of one demand, in the property's own unit.</summary>
    public static PropertyWindow Read(string demand, IReadOnlyList<PropertyKey> properties)
    {
        var plain = demand.Trim().Replace("≤", "<=").Replace("≥", ">=").Replace("−", "-").Replace("+/-", "±").Replace("+-", "±");
        if (Middle().Match(plain) is { Success: true } middle) return Window(middle, properties, Value(middle, "low"), Value(middle, "high"));
        if (Range().Match(plain) is { Success: true } range) return Window(range, properties, Value(range, "low"), Value(range, "high"));
        if (Around().Match(plain) is { Success: true } around)
        {
            var (center, width) = (Value(around, "center"), Value(around, "width"));
            if (width < 0) throw new FormatException($"The demand \"{demand.Trim()}\" has a tolerance of {width}; it must be 0 or more.");
            return Window(around, properties, center - width, center + width);
        }
        if (OneSided().Match(plain) is not { Success: true } side) throw new FormatException($"The demand \"{demand.Trim()}\" cannot be read; {Forms}.");
        var end = Value(side, "end");
        return side.Groups["sign"].Value[0] switch
        {
            '<' => Window(side, properties, double.NegativeInfinity, end),
            '>' => Window(side, properties, end, double.PositiveInfinity),
            _ => throw new FormatException(
                $"The demand \"{demand.Trim()}\" has no tolerance, and no computed number is met exactly; write {side.Groups["name"].Value}={side.Groups["end"].Value}±0.1."),
        };
    }

    private static PropertyWindow Window(Match match, IReadOnlyList<PropertyKey> properties, double lower, double upper)
    {
        var name = match.Groups["name"].Value;
        var property = properties.FirstOrDefault(known => known.Name == name)
            ?? throw new ArgumentException($"The target names {name}, which nothing here computes; it can ask for {string.Join(", ", properties.Select(known => $"{known.Name} ({known.Unit})"))}.");
        var factor = UnitFactor.Between(match.Groups["unit"].Value.Trim(), property);
        return new(property, lower * factor, upper * factor);
    }

    private static double Value(Match match, string group) => double.Parse(match.Groups[group].Value, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s*(?:[,;]|\band\b|&&)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex($@"^(?<low>{Number})\s*<=?\s*(?<name>[A-Za-z_]\w*)\s*<=?\s*(?<high>{Number})\s*(?<unit>[^\d<>=±].*)?$")]
    private static partial Regex Middle();

    [GeneratedRegex($@"^(?<name>[A-Za-z_]\w*)\s*=\s*(?<low>{Number})\s*(?:\.\.|–|\bto\b)\s*(?<high>{Number})\s*(?<unit>[^\d<>=±].*)?$")]
    private static partial Regex Range();

    [GeneratedRegex($@"^(?<name>[A-Za-z_]\w*)\s*=\s*(?<center>{Number})\s*±\s*(?<width>{Number})\s*(?<unit>[^\d<>=±].*)?$")]
    private static partial Regex Around();

    [GeneratedRegex($@"^(?<name>[A-Za-z_]\w*)\s*(?<sign><=?|>=?|==?)\s*(?<end>{Number})\s*(?<unit>[^\d<>=±].*)?$")]
    private static partial Regex OneSided();
}
