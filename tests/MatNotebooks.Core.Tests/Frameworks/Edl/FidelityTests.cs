using System.Text.Json;
using MatNotebooks.Crystals;
using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Fidelities;
using MatNotebooks.Frameworks.Edl.Operators;
using MatNotebooks.Graphs;
using MatNotebooks.Metrics;
using MatNotebooks.Models;

namespace MatNotebooks.Core.Tests.Frameworks.Edl;

/// <summary>Against scikit-learn (tests/References/edl.py) and by hand.</summary>
public sealed class FidelityTests
{
    private static readonly JsonElement Reference =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "References", "edl.json"))).RootElement;

    private static readonly double[] Target = Reference.GetProperty("target").Deserialize<double[]>()!;
    private static readonly IReadOnlyList<float[]> Rows = OperatorTests.Table.Vectors;

    [Fact]
    public void Neighbours_are_compared_as_scikit_learn_compares_them()
    {
        var (original, map) = (NeighborOrder.Of(Rows), NeighborOrder.Of(Reference.GetProperty("map").Deserialize<float[][]>()!));
        Assert.Equal(Reference.GetProperty("trustworthiness").GetDouble(), Trustworthiness.Of(original, map, 10), 1e-9);
        Assert.Equal(Reference.GetProperty("continuity").GetDouble(), Continuity.Of(original, map, 10), 1e-9);
        Assert.Equal(Reference.GetProperty("recall10").GetDouble(), NeighborRecall.Of(original, map, 10), 1e-9);
        Assert.Equal([1.0, 1.0, 1.0], [Trustworthiness.Of(original, original, 10), Continuity.Of(original, original, 10), NeighborRecall.Of(original, original, 10)]);
        Assert.Equal(0, original.Ranks(3)[3]);
        Assert.Equal(1, original.Ranks(3)[original.Of(3)[0]]);
        Assert.Contains("80 neighbours of 160", OperatorTests.Refusal(() => NeighborRecall.Of(original, map, 80)));
        Assert.Contains("The map has 12 places", OperatorTests.Refusal(() => Continuity.Of(original, NeighborOrder.Of(Rows.Take(12).ToArray()))));
    }

    [Fact]
    public void Of_equally_far_ones_the_earlier_is_nearer()
    {
        var order = NeighborOrder.Of([[0f], [1f], [-1f], [1f], [2f]]);
        Assert.Equal([1, 2, 3, 4], order.Of(0).ToArray().Select(other => (int)other));
    }

    [Fact]
    public void A_probe_is_scikit_learns_ridge_regression()
    {
        var predicted = LinearProbe.Fit(ProbeRows.Of(Rows), Target, 1e-2).Predict(Rows);
        foreach (var (ours, theirs) in predicted.Zip(Reference.GetProperty("predicted").Deserialize<double[]>()!)) Assert.Equal(theirs, ours, 1e-4);
    }

    [Fact]
    public void A_probe_knows_its_slopes_and_how_sure_it_is()
    {
        var probe = LinearProbe.Fit(ProbeRows.Of(Rows), Target);
        var moved = Rows[0].ToArray();
        moved[2] += 1;
        Assert.Equal(probe.Slopes[2], probe.Predict([moved])[0] - probe.Predict([Rows[0]])[0], 1e-3);
        var far = Rows[0].Select(value => value * 30).ToArray();
        var deviations = probe.Deviations([Rows[0], far]);
        Assert.True(deviations[1] > 2 * deviations[0]);
        var calibration = IntervalCalibration.Of(probe.Predict(Rows), probe.Deviations(Rows), Target);
        Assert.InRange(calibration.MiscalibrationArea, 0, 0.08);
        Assert.Equal(1, CalibrationRetained.Of(calibration, calibration));
    }

    [Fact]
    public void What_a_probe_keeps_is_a_share_with_an_interval()
    {
        double[] actual = [.. Enumerable.Range(0, 400).Select(row => (double)row)], whole = [.. actual.Select(value => value + 1)], half = [.. actual.Select(value => 199.5 + ((value - 199.5) * (1 - Math.Sqrt(0.5))))];
        var kept = ProbeRetained.Of(actual, whole, half);
        Assert.Equal(0.5, kept.Value, 1e-3);
        Assert.InRange(kept.Lower, 0.4, 0.5);
        Assert.InRange(kept.Upper, 0.5, 0.6);
        Assert.Equal(1, ProbeRetained.Of(actual, whole, whole).Value, 1e-12);
        Assert.Equal(double.NaN, ProbeRetained.Of(actual, [.. actual.Reverse()], half).Value);
        Assert.Contains("2 and 400 predictions for 400", OperatorTests.Refusal(() => ProbeRetained.Of(actual, [1, 2], half)));
    }

    [Fact]
    public void Targets_that_cannot_be_learned_are_refused()
    {
        var rows = ProbeRows.Of(Rows);
        Assert.Contains("All 160 targets are 1", OperatorTests.Refusal(() => LinearProbe.Fit(rows, [.. Rows.Select(_ => 1.0)])));
        Assert.Contains("3 targets for 160", OperatorTests.Refusal(() => LinearProbe.Fit(rows, [1, 2, 3])));
        Assert.Contains("target of row 1 is NaN", OperatorTests.Refusal(() => LinearProbe.Fit(rows, [1, double.NaN, .. Target[2..]])));
        Assert.Contains("2 crystals have labels and 5 folds", OperatorTests.Refusal(() => ProbeRows.Of(Rows.Take(2).ToArray(), folds: 5)));
    }

    [Fact]
    public void An_embedding_by_neighbours_is_invariant_and_sees_defects()
    {
        using var network = new GemPpmModel(new() { Width = 8, Layers = 1, Distances = new AngstromDistances { Cutoff = 4 } });
        var embedder = new NetworkEmbedder("gem-ppm", network, new() { Cutoff = 4, MaxNeighbors = null });
        Crystal[] crystals = [Prototype.Rocksalt.Primitive("Na", "Cl", 5.6), Prototype.Zincblende.Primitive("Ga", "As", 5.65), Prototype.Rocksalt.Primitive("Mg", "O", 4.2)];
        foreach (var change in CrystalChange.All) Assert.InRange(InvarianceError.Of(embedder, crystals, change), 0, 1e-4);
        foreach (var isSubstitution in new[] { false, true })
            Assert.InRange(DefectSensitivity.Of(embedder, crystals, isSubstitution), 1e-4, 1);
        // A code of one bit sees no defect.
        Assert.Equal(0, DefectSensitivity.Of(embedder, crystals, isSubstitution: false, new OneWord(network.Options.Width * 2)));
        Assert.Contains("1 crystals; distances need at least 2", OperatorTests.Refusal(() => InvarianceError.Of(embedder, crystals[..1], CrystalChange.All[0])));
    }

    private sealed class OneWord(int dimensions) : ICodec
    {
        public int BytesPerCrystal => 1;

        public byte[] Encode(ReadOnlySpan<float> vector) => [0];

        public float[] Decode(ReadOnlySpan<byte> code) => new float[dimensions];
    }
}
