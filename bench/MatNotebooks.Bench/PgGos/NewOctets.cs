using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Frameworks.PgGos.Octets;
using MatNotebooks.Frameworks.PgGos.Targets;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Bench.PgGos;

/// <summary>Octet compounds of an element that the shipped table has not, with one that it has, and what is wanted of them.</summary>
internal static class NewOctets
{
    // Whose octet compounds nobody here had calculated and for which GPAW has setups.
    private static readonly Element[] NewElements = [.. "Sc Ti Y Zr Hf Au Hg Tl Pb Bi".Split(' ').Select(PeriodicTable.Find)];

    /// <summary>
    /// What is wanted: a lattice constant within 2 % of that of a common substrate, as the table has it, and a bulk modulus that is at least as
    /// great as half of the substrate's.
    /// </summary>
    public static IReadOnlyList<(string Name, DesignTarget Target)> Targets(OctetDataset table)
    {
        var known = OctetEquilibrium.Of(table);
        return [.. "MgO rocksalt,SiSi zincblende,GaAs zincblende,InP zincblende,InAs zincblende,KCl rocksalt,CdTe zincblende".Split(',').Select(name =>
        {
            var substrate = known.First(one => one.Curve.ToString() == name);
            var text = FormattableString.Invariant($"lattice_constant={substrate.LatticeConstant:f3}±{0.02 * substrate.LatticeConstant:f3} Å, bulk_modulus>={substrate.BulkModulus / 2:f0} GPa");
            return (substrate.Curve.Compound.ToString(), DesignTarget.Parse(text, OctetEquilibrium.Properties));
        })];
    }

    /// <summary>The candidates: each has exactly one new element.</summary>
    public static ImmutableArray<PlannedCurve> Candidates(OctetDataset table)
    {
        var known = table.Records.SelectMany(record => record.Crystal.Sites).Select(site => site.Element).ToHashSet();
        return [.. OctetPool.Of(known.Concat(NewElements)).Where(curve => curve.Compound.Elements.Count(NewElements.Contains) == 1)];
    }
}
