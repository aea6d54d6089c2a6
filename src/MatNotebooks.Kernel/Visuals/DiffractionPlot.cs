using MatNotebooks.Crystals.Diffraction;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>
/// Powder diffraction patterns: curve, peaks as sticks, planes of the strongest named and of all on hover; several patterns one above the other,
/// or one computed over a measured one with their difference below.
/// </summary>
public sealed record DiffractionPlot : Figure
{
    private const int MostNamed = 9;
    private const int Single = 300; // pixels high
    private const string Shared = "2θ";
    private readonly DiffractionCurve? measured;

    /// <summary>Plots one or more patterns of one radiation.</summary>
    /// <exception cref="ArgumentException">No pattern, or patterns of different radiations.</exception>
    public DiffractionPlot(params IReadOnlyList<DiffractionPattern> patterns)
    {
        Same.NotEmpty(patterns.Count, "patterns");
        if (patterns.FirstOrDefault(pattern => pattern.Options.Radiation != patterns[0].Options.Radiation) is { } odd)
            throw new ArgumentException($"Patterns of {patterns[0].Options.Radiation} and of {odd.Options.Radiation} do not share angles; compute all with one radiation.");
        Patterns = patterns;
        Height = Single + (130 * (Math.Min(patterns.Count, 6) - 1));
    }

    /// <summary>The patterns, at least one, drawn from top to bottom.</summary>
    public IReadOnlyList<DiffractionPattern> Patterns { get; }

    /// <summary>What each pattern is called; null, the default, for formula and id of its crystal.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Angles and peak shape of the curves. The default is 0.2° broad, over the angles of the first pattern's range that hold peaks.</summary>
    public PeakProfile? Profile { get; init; }

    /// <summary>A measured pattern that the one computed pattern is compared with; null, the default, for none.</summary>
    public DiffractionCurve? Measured
    {
        get => measured;
        init => (measured, Height) = (value, Height == Single ? 460 : Height);
    }

    internal override Chart Draw()
    {
        if (Names is not null) Same.Count(Names.Count, "Names", Patterns.Count, "patterns");
        if (Measured is null) return new([.. Patterns.Select(Stacked)]) { Rows = [.. Patterns.Select(_ => 1.0)] };
        if (Patterns.Count > 1) throw new ArgumentException($"{Patterns.Count} patterns with a measured one; give one pattern to compare.");
        return new([Compared(Measured), Difference(Measured)]) { Rows = [5, 2] };
    }

    internal override string Words()
    {
        var head = $"{Title ?? "Powder diffraction"}, {Patterns[0].Options.Radiation}";
        var compared = Measured is null ? "" : $"\nCompared with {Measured.Name}: mean difference {100 * Residual(Measured):0.#} % of the mean measured intensity (profile R)";
        return $"{head}\n{string.Join('\n', Patterns.Select(Words))}{compared}";
    }

    private string Words(DiffractionPattern pattern, int index)
    {
        if (pattern.Peaks.IsEmpty) return $"{NameOf(index)}: no peak from {pattern.Options.MinTwoTheta}° to {pattern.Options.MaxTwoTheta}°";
        var strongest = pattern.Peaks.OrderByDescending(peak => peak.Intensity).Take(5)
            .Select(peak => $"{peak.Label} at {peak.TwoTheta:0.00}° ({Quantity.Of(peak.Intensity, 3)}, d {peak.Spacing:0.000} Å)");
        return $"{NameOf(index)}: {pattern.Peaks.Length} peaks from 2θ {pattern.Peaks[0].TwoTheta:0.00}° to {pattern.Peaks[^1].TwoTheta:0.00}°, strongest {string.Join(", ", strongest)}";
    }

    private string NameOf(int index)
    {
        if (Names is not null) return Names[index];
        var crystal = Patterns[index].Crystal;
        var formula = Formula.Subscripted(crystal.Composition.ReducedFormula);
        return crystal.Id is { } id && id != crystal.Composition.ReducedFormula ? $"{formula} · {id}" : formula;
    }

    private PeakProfile Shape
    {
        get
        {
            if (Profile is not null) return Profile;
            var (first, last) = (Patterns.Min(pattern => pattern.Options.MinTwoTheta), Patterns.Max(pattern => pattern.Options.MaxTwoTheta));
            var lowest = Patterns.SelectMany(pattern => pattern.Peaks.Take(1)).Select(peak => peak.TwoTheta).DefaultIfEmpty(first + 6).Min();
            var from = Math.Max(first, Math.Floor((lowest - 6) / 5) * 5);
            return new() { From = from, To = last, Points = Math.Clamp((int)((last - from) / 0.05) + 1, 2, 4001) };
        }
    }

    private Panel Stacked(DiffractionPattern pattern, int index)
    {
        var (profile, color, last) = (Shape, Palette.ColorOf(index), index == Patterns.Count - 1);
        double[] curve = [.. pattern.Curve(profile).Select(value => 100.0 * value)];
        var scale = Scale(pattern, profile);
        var line = new LineMark(profile.Angles(), curve) { Color = color, Width = 1.4, Silent = true };
        return new(
            new() { Title = "2θ (°)", Range = new(profile.From, profile.To), Link = Shared, ShowTitle = last, ShowLabels = last },
            new() { Title = Patterns.Count > 3 ? "(%)" : "intensity (%)", Range = new(0, 122), Ticks = Percents() },
            [.. Sticks(pattern, scale, color), line, PlaneNames(pattern, scale)])
        {
            Row = index, Note = Patterns.Count > 1 || pattern.Peaks.IsEmpty ? new(Corner.TopRight, [NameOf(index)]) : new(Corner.TopRight, [NameOf(index), pattern.Options.Radiation.ToString()]),
        };
    }

    private Panel Compared(DiffractionCurve measured)
    {
        var (profile, pattern) = (Shape, Patterns[0]);
        double[] curve = [.. pattern.Curve(profile).Select(value => 100.0 * value)];
        var marks = pattern.Peaks.Where(peak => peak.TwoTheta >= profile.From && peak.TwoTheta <= profile.To).ToArray();
        return new(
            new() { Title = "2θ (°)", Range = new(profile.From, profile.To), Link = Shared, ShowTitle = false, ShowLabels = false },
            new() { Title = "intensity (%)", Range = new(-14, 122), Ticks = Percents() },
            [
                new PointMark(measured.TwoTheta, measured.Percent()) { Name = measured.Name, Color = Theme.Muted, Size = 3.4, Opacity = 0.8 },
                new LineMark(profile.Angles(), curve) { Name = NameOf(0), Color = Palette.ColorOf(0), Width = 1.5, Silent = true },
                new StickMark([.. marks.Select(peak => peak.TwoTheta)], [.. marks.Select(_ => -10.0)], [.. marks.Select(_ => -4.0)])
                {
                    Color = Palette.ColorOf(1), Width = 1.3, Labels = [.. marks.Select(Hover)],
                },
                PlaneNames(pattern, 1),
            ]);
    }

    private Panel Difference(DiffractionCurve measured)
    {
        var (angles, differences) = Differences(measured);
        return new(
            new() { Title = "2θ (°)", Range = new(Shape.From, Shape.To), Link = Shared },
            new() { Title = "difference" },
            [
                new LineMark([Shape.From, Shape.To], [0, 0]) { Color = Theme.Line, Width = 1, Silent = true },
                new LineMark(angles, differences) { Name = "measured − computed", Color = Palette.ColorOf(2), Width = 1.3 },
            ])
        { Row = 1 };
    }

    private (double[] Angles, double[] Differences) Differences(DiffractionCurve measured)
    {
        var (profile, percent) = (Shape, measured.Percent());
        var curve = Patterns[0].Curve(profile);
        int[] inside = [.. Enumerable.Range(0, percent.Length).Where(i => measured.TwoTheta[i] >= profile.From && measured.TwoTheta[i] <= profile.To)];
        return ([.. inside.Select(i => measured.TwoTheta[i])], [.. inside.Select(i => percent[i] - (100 * Between(curve, (measured.TwoTheta[i] - profile.From) / profile.Step)))]);
    }

    private double Residual(DiffractionCurve measured)
    {
        var (_, differences) = Differences(measured);
        var total = measured.Percent().Where((_, i) => measured.TwoTheta[i] >= Shape.From && measured.TwoTheta[i] <= Shape.To).Sum(Math.Abs);
        return total == 0 ? 0 : differences.Sum(Math.Abs) / total;
    }

    private static double Between(float[] curve, double place)
    {
        var below = Math.Clamp((int)place, 0, curve.Length - 2);
        return curve[below] + ((place - below) * (curve[below + 1] - curve[below]));
    }

    // Sticks reach as high as the curve at the strongest peak, which overlapping neighbours may lift.
    private static double Scale(DiffractionPattern pattern, PeakProfile profile) =>
        pattern.Peaks.Any(peak => peak.TwoTheta >= profile.From && peak.TwoTheta <= profile.To) ? 1 : 0;

    private static IEnumerable<Mark> Sticks(DiffractionPattern pattern, double scale, string color)
    {
        if (scale == 0) yield break;
        double[] angles = [.. pattern.Peaks.Select(peak => peak.TwoTheta)];
        yield return new StickMark(angles, [.. angles.Select(_ => 0.0)], [.. pattern.Peaks.Select(peak => scale * peak.Intensity)])
        {
            Color = color, Opacity = 0.45, Labels = [.. pattern.Peaks.Select(Hover)],
        };
    }

    private static string Hover(DiffractionPeak peak) =>
        $"{peak.Label}\n2θ {peak.TwoTheta:0.000}°, d {peak.Spacing:0.0000} Å\nintensity {Quantity.Of(peak.Intensity, 3)} %, multiplicity {peak.Multiplicity}";

    // The strongest peaks that stand apart by more than their names are wide.
    private TextMark PlaneNames(DiffractionPattern pattern, double scale)
    {
        var (named, apart) = (new List<DiffractionPeak>(), (Shape.To - Shape.From) * 0.055);
        foreach (var peak in pattern.Peaks.Where(peak => peak.TwoTheta >= Shape.From).OrderByDescending(peak => peak.Intensity))
            if (named.Count < MostNamed && peak.Intensity > 4 && named.All(other => Math.Abs(other.TwoTheta - peak.TwoTheta) > apart)) named.Add(peak);
        return new([.. named.Select(peak => peak.TwoTheta)], [.. named.Select(peak => scale * peak.Intensity)], [.. named.Select(peak => peak.Families[0].Planes.ToString())])
        {
            Size = 11, Color = Theme.Muted, Side = TextSide.Above,
        };
    }

    private static Tick[] Percents() => [.. new[] { 0, 50, 100 }.Select(percent => new Tick(percent, percent.ToString()))];
}
