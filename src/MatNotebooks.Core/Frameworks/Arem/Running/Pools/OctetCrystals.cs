using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Features;
using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Gpaw;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Frameworks.Arem.Running.Pools;

/// <summary>Octet compounds in both structures, each at the lattice constant that other compounds suggest; GPAW computes the gap there.</summary>
internal sealed class OctetCrystals : ICandidatePool
{
    private readonly OctetPoint[] points;
    private readonly Crystal[] crystals;

    public OctetCrystals(PoolDefinition pool)
    {
        var known = OctetDataset.Load().Series
            .Select(series => (series.Prototype, series.Records[0].Crystal.Sites, Constant: series.Records.MinBy(record => record.Energy)!.LatticeConstant))
            .ToDictionary(one => new PlannedCurve(new(one.Sites[0].Element.Symbol, one.Sites[1].Element.Symbol), one.Prototype), one => one.Constant);
        points =
        [
            .. PlannedCurve.All.Select(curve => (Curve: curve, Guess: LatticeGuess.Of(curve, known)))
                .Where(pair => pair.Guess is not null).Select(pair => new OctetPoint(pair.Curve, Math.Round(pair.Guess!.Value, 4))),
        ];
        crystals = [.. points.Select(point => point.Crystal)];
        var usual = new GpawOptions { KPoints = pool.KPoints };
        Calculator = new GpawCalculator(pool.Program is { } python ? usual with { Python = python } : usual);
    }

    public string Description => $"{Count:N0} octet crystals, {Calculator.Description}";

    public int Count => points.Length;

    public IReadOnlyDictionary<string, string> Properties { get; } = new Dictionary<string, string> { ["gap"] = "eV", ["energy"] = "eV" };

    public ICalculator Calculator { get; }

    public string NameOf(int candidate) => points[candidate].Id;

    public double[] Coarse(int candidate)
    {
        var (first, second) = (points[candidate].Curve.Compound.Elements[0], points[candidate].Curve.Compound.Elements[1]);
        return [.. Facts(first), .. Facts(second), (second.Electronegativity ?? 0) - (first.Electronegativity ?? 0), points[candidate].Curve.Prototype == Prototype.Rocksalt ? 1 : 0];
    }

    public double[] Fine(int candidate)
    {
        var structure = StructureDescriptors.Of([crystals[candidate]]).Row(0);
        return [.. Coarse(candidate), points[candidate].LatticeConstant, .. structure.ToArray().Select(value => double.IsFinite(value) ? value : 0)];
    }

    public Crystal StructureOf(int candidate) => crystals[candidate];

    public CalculationTask TaskOf(int candidate) => CalculationTask.SinglePoint(crystals[candidate]);

    public IReadOnlyDictionary<string, double>? Read(int candidate, CalculationResult result) =>
        result.Gap is { } gap ? new Dictionary<string, double> { ["gap"] = gap, ["energy"] = result.Energy } : null;

    private static double[] Facts(Element element) => [element.Electronegativity ?? 0, element.CovalentRadius ?? 0, element.Period, element.Group ?? 0, element.ValenceElectrons, element.IonizationEnergy ?? 0];
}
