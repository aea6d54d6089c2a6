using System.Globalization;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>One number a notebook arrives at.</summary>
/// <param name="Name">What it is, such as "energy, unseen compounds".</param>
/// <param name="Value">The number, in <paramref name="Unit"/>; not a number where it could not be had.</param>
/// <param name="Unit">Its unit; "1" for a pure number.</param>
/// <param name="Lower">Lower end of its interval, in <paramref name="Unit"/>; null without one.</param>
/// <param name="Upper">Upper end of its interval, in <paramref name="Unit"/>; null without one.</param>
public sealed record KeyFigure(string Name, double Value, string Unit, double? Lower = null, double? Upper = null)
{
    /// <summary>Value, interval and unit in words.</summary>
    public override string ToString() => $"{Name}: {Amount}";

    internal string Amount => $"{Number(Value)}{(Unit == "1" ? "" : " " + Unit)}{Interval}";

    private string Interval => Lower is { } lower && Upper is { } upper ? $" ({Number(lower)} to {Number(upper)})" : "";

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
