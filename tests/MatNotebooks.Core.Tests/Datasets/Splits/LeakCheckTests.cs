using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Splits;

namespace MatNotebooks.Core.Tests.Datasets.Splits;

public sealed class LeakCheckTests
{
    private static readonly Crystal Salt = Prototypes.Rocksalt("Na", "Cl", 5.64).WithId("salt");

    private static readonly Crystal[] Crystals =
    [
        Salt,
        Prototypes.Rocksalt("Mg", "O", 4.21).WithId("magnesia"),
        Salt.Supercell(2, 1, 1).Translated(new(0.1, 0.2, 0.3)).WithId("salt again"),
        Prototypes.CaesiumChloride("Na", "Cl", 3.4).WithId("salt under pressure"),
        Prototypes.Fcc("Cu", 3.61),
        Prototypes.Rocksalt("Mg", "O", 4.22).WithId("magnesia strained"),
    ];

    private static readonly DataSplit Torn = new([0, 1, 4], [5], [2, 3]);

    [Fact]
    public void Twins_on_two_sides_are_found_and_counted()
    {
        var report = LeakCheck.Of(Torn, Crystals);
        Assert.Equal([(0, 2), (1, 5)], report.Pairs.Select(pair => (pair.Seen, pair.Judged)));
        Assert.Equal((1, 1), (report.TestLeaks, report.ValidationLeaks));
        Assert.InRange(report.Pairs[0].Distance, 0, 1e-5);
        Assert.Equal(
            "1 of 2 rows that judge (50%) have a twin that was seen before, 1 of 1 that decide when to stop one that trains (same formula, mean distances within 0.05 Å); such as salt again = salt, magnesia strained = magnesia",
            report.ToString());
        Assert.StartsWith("<div", Html(report));
    }

    [Fact]
    public void The_mended_split_has_no_leak_and_judges_by_the_same_rows()
    {
        var mended = LeakCheck.Of(Torn, Crystals).Mended;
        Assert.Equal<int>([4], mended.Train);
        Assert.Equal<int>(Torn.Test, mended.Test);
        Assert.Equal("no leak: none of 2 rows that judge has a twin on another side (same formula, mean distances within 0.05 Å)", LeakCheck.Of(mended, Crystals).ToString());
    }

    [Fact]
    public void A_smaller_tolerance_tells_strained_crystals_apart() =>
        Assert.Equal([(0, 2)], LeakCheck.Of(Torn, Crystals, 0.001).Pairs.Select(pair => (pair.Seen, pair.Judged)));

    [Fact]
    public void Compositions_leak_by_their_reduced_formula()
    {
        Composition[] rows = [Composition.Parse("Fe2O3"), Composition.Parse("NaCl"), Composition.Parse("Fe4O6"), Composition.Parse("MgO")];
        Assert.Equal([(0, 2)], LeakCheck.Of(new([0, 1], [], [2, 3]), rows).Pairs.Select(pair => (pair.Seen, pair.Judged)));
        var report = LeakCheck.Of(new([0, 1, 4], [5], [2, 3]), [.. rows, Composition.Parse("Fe6O9"), Composition.Parse("Fe2O3")]);
        Assert.Equal([(0, 2), (0, 5)], report.Pairs.Select(pair => (pair.Seen, pair.Judged)));
        Assert.Equal("1", string.Join(',', report.Mended.Train) + string.Join(',', report.Mended.Validation));
        Assert.Empty(LeakCheck.Of(CompositionSplit.Of(rows, 1, validation: 0, test: 0.3), rows).Pairs);
    }

    [Fact]
    public void A_split_of_other_rows_and_a_tolerance_below_0_are_refused()
    {
        Assert.Equal("The split names row 9 and there are 6 rows, from 0; give the rows that were split.", Assert.Throws<ArgumentException>(() => LeakCheck.Of(new([0], [], [9]), Crystals)).Message);
        Assert.Contains("The tolerance is -1 Å", Assert.Throws<ArgumentOutOfRangeException>(() => LeakCheck.Of(Torn, Crystals, -1)).Message);
    }

    private static string Html(LeakReport report)
    {
        var source = (LeakReportFormatterSource)Activator.CreateInstance(typeof(LeakReportFormatterSource))!;
        using var writer = new StringWriter();
        foreach (MatNotebooks.Formatting.ConventionFormatter<LeakReport> formatter in source.CreateTypeFormatters())
            if (formatter.MimeType == "text/html") formatter.Format(report, writer);
        return writer.ToString();
    }
}
