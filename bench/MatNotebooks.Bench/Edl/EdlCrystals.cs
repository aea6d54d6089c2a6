using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;

namespace MatNotebooks.Bench.Edl;

/// <summary>
/// The crystals of the experiment: those of the Materials Project of at most 20 atoms that have all properties (18,191), all of AFLOW's and of the phonons'
/// set, and others of the Materials Project, none of the same formula, that networks learn from. Whole formulas judge, or do not.
/// </summary>
internal sealed class EdlCrystals
{
    private const double LargestVolume = 80; // Å³ per atom; expanded cells beyond are defects of the source
    private const int MostAtoms = 20, Seed = 8;
    private const double JudgingShare = 0.4;

    private EdlCrystals(IReadOnlyList<StructureRecord> records, IReadOnlyList<string> sets, IReadOnlyList<StructureRecord> learned) => (Records, Sets, Learned) = (records, sets, learned);

    /// <summary>What is embedded.</summary>
    public IReadOnlyList<StructureRecord> Records { get; }

    /// <summary>The set of each, (records).</summary>
    public IReadOnlyList<string> Sets { get; }

    /// <summary>What networks learn from.</summary>
    public IReadOnlyList<StructureRecord> Learned { get; }

    /// <summary>Rows that operators and probes learn from.</summary>
    public int[] Learning => [.. Enumerable.Range(0, Records.Count).Where(row => !Judges(Records[row]))];

    /// <summary>Rows that judge: 40 %, by whole formulas.</summary>
    public int[] Judging => [.. Enumerable.Range(0, Records.Count).Where(row => Judges(Records[row]))];

    /// <summary>Reads them; null where a set is not on this machine.</summary>
    /// <param name="embedded">How many of the Materials Project are embedded.</param>
    /// <param name="learned">How many others networks learn from.</param>
    public static EdlCrystals? Read(int embedded, int learned)
    {
        var entries = new[] { "mp_structures", "aflow", "phonon_dielectric" }.Select(DatasetCatalogue.Find).ToArray();
        if (entries.Any(entry => !entry.IsHere)) return null;
        var all = entries[0].ReadStructures(row => row.RequiredNumber("nsites") <= MostAtoms && row.RequiredNumber("volume_per_atom_A3") <= LargestVolume && row.Number("e_form_2020_eV_atom") is not null && row.Number("gap_pbe_2020_eV") is not null).ToArray();
        new Random(Seed).Shuffle(all);
        string[] needed = ["e_form_2018_eV_atom", "gap_pbe_2018_eV", "e_above_hull_2018_eV_atom", "total_magnetization_2018_muB"];
        var project = all.Where(record => needed.All(key => record.Number(key) is not null)).Take(embedded).ToArray();
        StructureRecord[] others = [.. entries[1].ReadStructures(), .. entries[2].ReadStructures().Select(record => record with { Id = "phonons-" + record.Id })];
        var taken = project.Concat(others).Select(record => record.Formula).ToHashSet();
        return new(
            [.. project, .. others], [.. project.Select(_ => "mp"), .. others.Select(record => record.Id.StartsWith("phonons-", StringComparison.Ordinal) ? "phonons" : "aflow")],
            [.. all.Where(record => !taken.Contains(record.Formula)).Take(learned)]);
    }

    /// <summary>A property of every record, NaN where it is not known, (records).</summary>
    public double[] Values(EdlProperty property) =>
        [.. Records.Select((record, row) => Sets[row] == property.Set ? property.Of(record) ?? double.NaN : double.NaN)];

    // A formula's own letters decide, so that the same one judges in every set.
    private static bool Judges(StructureRecord record)
    {
        var hash = 2166136261u;
        foreach (var letter in record.Formula) hash = unchecked((hash ^ letter) * 16777619u);
        return hash % 1000 < 1000 * JudgingShare;
    }
}
