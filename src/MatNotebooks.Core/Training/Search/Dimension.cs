using System.Globalization;

namespace MatNotebooks.Training.Search;

/// <summary>One setting that is searched.</summary>
/// <param name="Name">Name, such as "learning-rate".</param>
/// <param name="Low">Least value.</param>
/// <param name="High">Greatest value.</param>
/// <param name="Scale">How values are spread between them.</param>
public sealed record Dimension(string Name, double Low, double High, DimensionScale Scale = DimensionScale.Linear)
{
    /// <summary>The value at a share of the way, 0 to 1.</summary>
    internal double At(double share)
    {
        share = Math.Clamp(share, 0, 1);
        return Scale switch
        {
            DimensionScale.Logarithmic => Low * Math.Pow(High / Low, share),
            DimensionScale.Whole => Math.Min(High, Math.Floor(Low + (share * (High - Low + 1)))),
            DimensionScale.Doubling => Low * Math.Pow(2, Math.Min(Steps, Math.Floor(share * (Steps + 1)))),
            _ => Low + (share * (High - Low)),
        };
    }

    /// <summary>The share of the way at which the value lies: the middle of its step where values are whole.</summary>
    internal double ShareOf(double value) => Scale switch
    {
        DimensionScale.Logarithmic => Math.Log(value / Low) / Math.Log(High / Low),
        DimensionScale.Whole => (value - Low + 0.5) / (High - Low + 1),
        DimensionScale.Doubling => (Math.Log2(value / Low) + 0.5) / (Steps + 1),
        _ => (value - Low) / (High - Low),
    };

    /// <summary>Refuses bounds that hold nothing.</summary>
    /// <exception cref="ArgumentException">Bounds in the wrong order, not finite, not greater than 0 on a logarithmic scale, or not whole where values are.</exception>
    internal void Check()
    {
        var positive = Scale is DimensionScale.Logarithmic or DimensionScale.Doubling;
        var whole = Scale is DimensionScale.Whole or DimensionScale.Doubling;
        if (!double.IsFinite(Low) || !double.IsFinite(High) || Low >= High || (positive && Low <= 0) || (whole && (Low != Math.Floor(Low) || High != Math.Floor(High))))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{Name} goes from {Low} to {High}; the first must be the less{(positive ? ", both greater than 0" : "")}{(whole ? ", both whole" : "")}."));
    }

    private double Steps => Math.Floor(Math.Log2(High / Low) + 1e-9);
}
