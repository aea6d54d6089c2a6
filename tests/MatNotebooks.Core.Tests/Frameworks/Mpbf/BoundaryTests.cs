using MatNotebooks.Chemistry;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Frameworks.Mpbf.Boundaries;
using MatNotebooks.Frameworks.Mpbf.Pretraining;

namespace MatNotebooks.Core.Tests.Frameworks.Mpbf;

public sealed class BoundaryTests
{
    private static readonly string[] Metals = ["Li", "Na", "K", "Mg", "Ca", "Al", "Ti", "Fe", "Zn", "Ga", "Y", "Zr"];
    private static readonly string[] Others = ["O", "S", "Cl", "F", "N"];

    [Fact]
    public void Errors_are_larger_where_elements_are_left_out_and_the_detector_sees_it()
    {
        var problem = Problem();
        var rows = ZoneStudy.Run(problem, LeaveElementOut.Each(problem.Compositions, 0, fewest: 30), new() { Trees = 5, MostJudging = 15 });

        var report = BoundaryReport.Of(rows);

        Assert.Equal(Others.Length, report.Zones); // metals are in fewer compounds
        Assert.True(report.OutsideError > 2 * report.InsideError);
        Assert.True(report.LargeErrorArea > 0.75);
        Assert.True(report.OutsideArea > 0.75);
        Assert.True(report.InsideCoverage > 0.75);
        Assert.True(report.OutsideCoverage < report.InsideCoverage);
        Assert.True(report.WidenedCoverage > report.OutsideCoverage);
        Assert.True(report.Widening > 1);
        Assert.Equal(rows.Length, report.Scored.Length);
    }

    [Fact]
    public void The_boundary_lies_where_the_error_passes_twice_the_usual_one()
    {
        ZoneRow[] rows = [.. Enumerable.Range(0, 200).Select(place => new ZoneRow("zone", place, place >= 100, 0, place < 150 ? 1 : 10, place / 100.0, []))];

        var boundary = BoundaryDistance.Find(rows, 20);

        Assert.Equal(1, boundary.Inside);
        Assert.InRange(boundary.Distance!.Value, 1.5, 1.6);
        Assert.Null(BoundaryDistance.Find([.. rows.Select(row => row with { Error = 1 })]).Distance);
        Assert.Contains("No row lies inside", Assert.Throws<ArgumentException>(() => BoundaryDistance.Find(rows[100..])).Message);
    }

    [Fact]
    public void Bad_problems_are_named()
    {
        var problem = Problem();
        float[][] broken = [.. problem.Inputs.Select(row => (float[])row.Clone())];
        broken[3][5] = float.NaN;
        Assert.Contains("Input 5 of row 3 of gap is NaN", Assert.Throws<ArgumentException>(() => new BoundaryProblem("gap", "eV", problem.Compositions, broken, problem.Values)).Message);
        Assert.Contains("one value", Assert.Throws<ArgumentException>(() => new BoundaryProblem("gap", "eV", problem.Compositions, problem.Inputs, [.. problem.Values.Select(_ => 1.0)])).Message);
        Assert.Contains("no zone", Assert.Throws<ArgumentException>(() => ZoneStudy.Run(problem, [])).Message);
        Assert.Contains("at least 3", Assert.Throws<ArgumentException>(() => BoundaryReport.Of([new("one", 0, false, 0, 0, 0, []), new("one", 1, true, 0, 0, 0, [])])).Message);
    }

    private static BoundaryProblem Problem()
    {
        Composition[] compounds = [.. from metal in Metals from other in Others from formula in new[] { $"{metal}{other}", $"{metal}2{other}", $"{metal}{other}2", $"{metal}2{other}3" } select Composition.Parse(formula)];
        return new(
            "x", "1", compounds, [.. CompositionInputs.Of(compounds).Select(row => row[..36])],
            [.. compounds.Select(compound => Others.Index().Sum(other => compound.Fraction(other.Item) * (other.Index % 3)) + (0.01 * compound.Mean(element => element.Mass)!.Value))]);
    }
}
