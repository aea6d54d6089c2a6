using System.Collections.Immutable;
using MatNotebooks.Datasets;
using MatNotebooks.Frameworks.PgGos.Oracles;
using MatNotebooks.Frameworks.PgGos.Targets;
using MatNotebooks.Quantities;

namespace MatNotebooks.Frameworks.PgGos.Perovskites;

/// <summary>
/// Perovskites computed by Castelli et al. (Energy Environ. Sci. 5, 5814 and 9034, 2012), as candidates whose labels are held back: 7,572
/// of the 52 × 52 × 7 combinations of two metals and three anions have them.
/// </summary>
/// <param name="Pool">The candidates that have labels.</param>
/// <param name="Oracle">Heat of formation "heat_all" | eV per cell of five atoms, indirect and direct gap "ind_gap", "dir_gap" | eV.</param>
public sealed record CastelliPerovskites(ImmutableArray<Perovskite> Pool, RecordedOracle Oracle)
{
    private static readonly PropertyKey[] Labels =
    [
        new("heat_all", "eV per 5-atom cell", Extent.PerCell), new("ind_gap", "eV", Extent.Intensive), new("dir_gap", "eV", Extent.Intensive),
    ];

    /// <summary>Stable enough, and a gap for sunlight: 11 of the 7,572 meet it.</summary>
    public static DesignTarget Needles { get; } = DesignTarget.Parse("heat_all<=0.2 eV, 1.5<=ind_gap<=3.0 eV", Labels);

    /// <summary>Reads the set.</summary>
    /// <param name="path">perov5.jsonl.gz. The default is the external data folder's.</param>
    /// <exception cref="FileNotFoundException">It is not on this machine.</exception>
    /// <exception cref="BadRecordException">A row cannot be read.</exception>
    public static CastelliPerovskites Load(string? path = null)
    {
        var rows = StructureRecords.Read(path ?? DataFolders.ExternalFile("perov5/perov5.jsonl.gz")).Where(row => Labels.All(label => row.Number(label.Name) is not null)).ToArray();
        return new(
            [.. rows.Select(row => Perovskite.Of(row.Id, row.Crystal))],
            new("labels of Castelli's perovskites", Labels, rows.Select(row => KeyValuePair.Create(
                row.Id, Labels.ToImmutableDictionary(label => label.Name, label => row.RequiredNumber(label.Name))))));
    }

    /// <summary>How many candidates meet a target; for the judge, not for a policy.</summary>
    public async Task<int> CountAsync(DesignTarget target)
    {
        var met = 0;
        foreach (var candidate in Pool)
            if (target.IsMetBy((await Oracle.AskAsync(candidate).ConfigureAwait(false)).Values)) met++;
        return met;
    }
}
