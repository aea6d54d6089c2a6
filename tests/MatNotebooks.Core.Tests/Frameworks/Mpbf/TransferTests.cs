using MatNotebooks.Chemistry;
using MatNotebooks.Frameworks.Mpbf.Pretraining;
using MatNotebooks.Frameworks.Mpbf.Transfer;

namespace MatNotebooks.Core.Tests.Frameworks.Mpbf;

public sealed class TransferTests
{
    private static readonly TransferOptions Small = new() { LabelCounts = [30], MostJudging = 60, Trees = 5, Pretraining = new() { Steps = 100, Members = 2 } };

    [Fact]
    public void Rows_of_one_compound_become_their_median()
    {
        var task = TransferTask.Of("gap", "gap", "eV", 1, [.. Compounds().Take(70).Select((compound, row) => (compound, (double)row)), (Composition.Parse("Cs2Br2"), 8), (Composition.Parse("CsBr"), 9), (Composition.Parse("Cs3Br3"), 100)]);

        Assert.Distinct(task.Formulas);
        Assert.Equal(9, task.Values[task.Formulas.IndexOf("CsBr")]);
    }

    [Fact]
    public void A_task_with_nothing_to_learn_is_refused()
    {
        (Composition, double)[] rows = [.. Compounds().Select((compound, row) => (compound, (double)row))];
        Assert.Contains("one value", Assert.Throws<ArgumentException>(() => TransferTask.Of("glass", "glass", "1", 1, rows.Select(row => (row.Item1, 1.0)))).Message);
        Assert.Contains("at least 60", Assert.Throws<ArgumentException>(() => TransferTask.Of("few", "gap", "eV", 1, rows.Take(10))).Message);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => TransferTask.Of("gap", "gap", "eV", 1, [.. rows, (Composition.Parse("XeF2"), double.NaN)])).Message);
        Assert.Contains("fidelity", Assert.Throws<ArgumentException>(() => TransferTask.Of("gap", "gap", "eV", 2, rows)).Message);
    }

    [Fact]
    public void Every_compound_judges_under_one_seed_and_never_pretrains_then()
    {
        var task = Task("x", value => value);
        var judged = Enumerable.Range(0, CompoundParts.Seeds).SelectMany(seed => CompoundParts.Draw(task, CompoundPart.Judging, seed, int.MaxValue)).Order();
        Assert.Equal(Enumerable.Range(0, task.Count), judged);
        Assert.InRange(CompoundParts.Draw(task, CompoundPart.Pretraining, 0, int.MaxValue).Length, (int)(0.3 * task.Count), (int)(0.5 * task.Count));
        Assert.Equal(CompoundParts.Draw(task, CompoundPart.Labels, 3, 20), CompoundParts.Draw(task, CompoundPart.Labels, 3, 20));
    }

    [Fact]
    public void A_network_is_the_same_for_any_order_and_multiple_of_a_formula()
    {
        var task = Task("x", value => value);
        var network = PretrainedNetwork.Fit(CompositionInputs.Of(task.Compositions), task.Values, Small.Pretraining);

        var said = network.Represent(CompositionInputs.Of([Composition.Parse("NaMgO2"), Composition.Parse("O2MgNa"), Composition.Parse("Na3Mg3O6")]));

        Assert.Equal(said.Values[0], said.Values[1], 1e-4);
        Assert.Equal(said.Values[0], said.Values[2], 1e-4);
        Assert.All(said.Disagreement, each => Assert.True(each >= 0));
        Assert.Equal(network.Width, said.Vectors[0].Length);
        Assert.True(network.ValidationPower > 0.5);
    }

    [Fact]
    public void The_same_property_helps_and_chance_does_not()
    {
        var chance = new Random(1);
        TransferSource[] sources = [.. new[] { Task("same", value => (2 * value) + 1), Task("chance", _ => chance.NextDouble()) }.Select(task => TransferSource.Pretrain(task, 0, Small))];

        var outcome = new TransferStudy(Small).Judge(Task("wanted", value => value), sources, 0);

        var count = Assert.Single(outcome.Counts);
        var pairs = count.Pairs.ToDictionary(pair => pair.Source);
        Assert.True(pairs["same"].Frozen < 0.8 * count.ScratchHead);
        Assert.True(pairs["chance"].Frozen > pairs["same"].Frozen);
        Assert.True(pairs["same"].Measured.ProbePower > pairs["chance"].Measured.ProbePower);
        Assert.True(pairs["same"].Measured.CorrectedOutput > 0.5);
        Assert.True(pairs["same"].LabelCorrelation > pairs["chance"].LabelCorrelation);
        Assert.True(count.Fused < count.ScratchHead);
        Assert.Equal(1 - (pairs["same"].Frozen / count.ScratchHead), TransferPairs.Frozen([outcome]).Single(pair => pair.Source == "same").Gain, 1e-12);
    }

    [Fact]
    public void Fewer_labels_than_asked_for_are_refused()
    {
        var task = Task("wanted", value => value);
        var sources = new[] { TransferSource.Pretrain(task, 0, Small with { Pretraining = new() { Steps = 5 } }) };
        Assert.Contains("compounds to label", Assert.Throws<ArgumentException>(() => new TransferStudy(Small with { LabelCounts = [5000] }).Judge(task, sources, 0)).Message);
        Assert.Contains("at least 20", Assert.Throws<ArgumentException>(() => Small with { LabelCounts = [5] }).Message);
    }

    private static TransferTask Task(string name, Func<double, double> of) => TransferTask.Of(
        name, name, "1", 1, Compounds().Select(compound => (compound, of(Wave(compound)))));

    // A property that is no straight line in the statistics of elements.
    private static double Wave(Composition compound) => Math.Sin(3 * compound.Mean(element => element.Electronegativity)!.Value) + (0.02 * compound.Mean(element => element.Mass)!.Value);

    private static Composition[] Compounds()
    {
        string[] metals = ["Li", "Na", "K", "Mg", "Ca", "Al", "Ti", "Fe", "Zn", "Ga", "Y", "Zr"], others = ["O", "S", "Cl", "F", "N", "P", "Se"];
        return [.. from metal in metals from other in others from formula in new[] { $"{metal}{other}", $"{metal}2{other}", $"{metal}{other}2", $"{metal}2{other}3" } select Composition.Parse(formula)];
    }
}
