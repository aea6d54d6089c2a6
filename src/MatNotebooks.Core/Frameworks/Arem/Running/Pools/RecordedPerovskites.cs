using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Features;
using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Simulation;

namespace MatNotebooks.Frameworks.Arem.Running.Pools;

/// <summary>Castelli's perovskites (Energy Environ. Sci. 5, 5814 and 9034, 2012): heat of formation and gap stand in their table.</summary>
internal sealed class RecordedPerovskites : ICandidatePool
{
    private readonly StructureRecord[] rows;
    private readonly RecordedCalculator calculator;

    public RecordedPerovskites(PoolDefinition pool)
    {
        rows = [.. StructureRecords.Read(DataFolders.ExternalFile("perov5/perov5.jsonl.gz")).Where(row => row.Number("heat_all") is not null && row.Number("ind_gap") is not null)];
        calculator = new("Castelli's perovskites", pool.Seconds, rows.ToDictionary(row => row.Id, row => new RecordedLabel(row.RequiredNumber("heat_all")) { Gap = row.RequiredNumber("ind_gap") }));
    }

    public string Description => $"{Count:N0} perovskites, {calculator.Description}";

    public int Count => rows.Length;

    public IReadOnlyDictionary<string, string> Properties { get; } = new Dictionary<string, string> { ["gap"] = "eV", ["heat"] = "eV per cell of five atoms" };

    public ICalculator Calculator => calculator;

    public string NameOf(int candidate) => rows[candidate].Id;

    public double[] Coarse(int candidate) => [.. Sites(rows[candidate].Crystal).SelectMany(Facts)];

    public double[] Fine(int candidate) =>
        [.. Coarse(candidate), .. StructureDescriptors.Of([rows[candidate].Crystal]).Row(0).ToArray().Select(value => double.IsFinite(value) ? value : 0)];

    public Crystal StructureOf(int candidate) => rows[candidate].Crystal;

    public CalculationTask TaskOf(int candidate) =>
        CalculationTask.SinglePoint(new Crystal(rows[candidate].Crystal.Lattice, rows[candidate].Crystal.Sites, rows[candidate].Id));

    public IReadOnlyDictionary<string, double> Read(int candidate, CalculationResult result) =>
        new Dictionary<string, double> { ["gap"] = result.Gap!.Value, ["heat"] = result.Energy };

    // The cations, that in the middle of the cell last, then the anions by number.
    private static IEnumerable<Element> Sites(Crystal crystal)
    {
        var sites = crystal.Sites.Select(site => (site.Element, IsAnion: site.Element.Symbol is "N" or "O" or "F" or "S", Middle: Math.Abs(Math.IEEERemainder(site.Position.B - 0.5, 1)))).ToArray();
        return [.. sites.Where(site => !site.IsAnion).OrderByDescending(site => site.Middle).Select(site => site.Element), .. sites.Where(site => site.IsAnion).Select(site => site.Element).Order()];
    }

    private static double[] Facts(Element element) =>
        [element.Electronegativity ?? 0, element.CovalentRadius ?? 0, element.Period, element.Group ?? 0, element.ValenceElectrons, element.IonizationEnergy ?? 0];
}
