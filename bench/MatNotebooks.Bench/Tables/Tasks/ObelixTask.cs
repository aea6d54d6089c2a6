using System.Globalization;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Training;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Bench.Tables.Tasks;

/// <summary>
/// OBELiX: measured conductivities of lithium-ion conductors. A row is its composition at its measured volume; cell, space group and, for
/// the rows that have one, the disordered structure stand beside as conditions.
/// </summary>
/// <remarks>
/// Conductivities below the limit of measurement ("&lt;1E-10") train at that limit and do not judge. Folds leave whole publications out, as
/// the official division does. The tables of Liverpool and Laskowski hold many of the withheld rows and are not learned from.
/// </remarks>
internal static class ObelixTask
{
    private const string Conductivity = "Ionic conductivity (S cm-1)";
    private const int Folds = 5;
    private static readonly int[] CrystalSystems = [2, 15, 74, 142, 167, 194, 230]; // last space group of each
    private static readonly HashSet<string> Anions = ["N", "O", "F", "S", "Cl", "Se", "Br", "Te", "I"];

    /// <summary>The task; it is asked for the withheld rows.</summary>
    public static TableTask Task { get; } = new()
    {
        Name = "obelix",
        Targets = [new("log10_conductivity", "log10(S/cm)")],
        Division = "five folds of whole publications inside the 478 rows with a value",
        Graphs = new() { Cutoff = FormulaCrystal.NoArrangement, MaxNeighbors = null },
        Models = [TableModels.GemPpmOfFormulas, "transformer", "random-forest", "ridge"],
        Recipe = TaskRecipes.Gentle(100, new StandardizedTargets()),
        Read = Read,
    };

    private static TaskRows Read()
    {
        var rows = DatasetCatalogue.Find("obelix").ReadFormulas().ToArray();
        var structures = DatasetCatalogue.Find("obelix_structures").ReadStructures().ToDictionary(record => record.Id, record => ObelixStructure.Of(record.Crystal));
        var usual = Mean([.. structures.Values.OfType<ObelixStructure>()]);
        var known = rows.Where(row => row.RequiredText("part") == "train").ToArray();
        Sample[] samples = [.. known.Select(row => SampleOf(row, structures.GetValueOrDefault(row.Id), usual))];
        string[] publications = [.. known.Select(row => row.RequiredText("DOI"))];
        var folds = GroupFolds.Of(publications, Folds, seed: 0, validation: 0)
            .Select(fold => new DataSplit(fold.Train, [], fold.Test.Where(row => !IsBound(known[row]))));
        return new(samples, [.. folds])
        {
            Asked = [.. rows.Where(row => row.RequiredText("part") == "test").Select(row => SampleOf(row, structures.GetValueOrDefault(row.Id), usual))],
        };
    }

    private static bool IsBound(DataRecord row) => row.RequiredText(Conductivity).StartsWith('<');

    private static Sample SampleOf(FormulaRecord row, ObelixStructure? structure, double[] usual)
    {
        var cell = Lattice.FromParameters(row.RequiredNumber("a"), row.RequiredNumber("b"), row.RequiredNumber("c"), row.RequiredNumber("alpha"), row.RequiredNumber("beta"), row.RequiredNumber("gamma"));
        var content = Composition.Parse(row.RequiredText("True Composition"));
        var group = (int)row.RequiredNumber("Space group #");
        double[] conditions =
        [
            content[PeriodicTable.Find("Li")] / cell.Volume,
            cell.Volume / Math.Max(1, content.Amounts.Where(pair => Anions.Contains(pair.Key.Symbol)).Sum(pair => pair.Value)),
            group,
            .. CrystalSystems.Select((last, place) => group <= last && (place == 0 || group > CrystalSystems[place - 1]) ? 1.0 : 0),
            structure is null ? 0 : 1,
            .. structure?.Numbers ?? usual,
        ];
        var text = row.Text(Conductivity);
        var value = text is null ? 0 : Math.Log10(double.Parse(text.TrimStart('<'), CultureInfo.InvariantCulture)); // withheld rows are only asked for
        return new(row.Id, FormulaCrystal.Of(row.Composition, row.Id, atomVolume: cell.Volume / content.AtomCount), [value]) { Conditions = conditions, Group = row.Composition.ReducedFormula };
    }

    /// <summary>What a row without a structure is given: what is usual.</summary>
    private static double[] Mean(IReadOnlyList<ObelixStructure> structures) =>
        [.. Enumerable.Range(0, structures[0].Numbers.Length).Select(place => structures.Average(one => one.Numbers[place]))];
}
