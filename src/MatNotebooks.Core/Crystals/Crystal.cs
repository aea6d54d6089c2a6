using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Formatting;
using MatNotebooks.Quantities;

namespace MatNotebooks.Crystals;

/// <summary>A periodic structure, every site of its cell listed (space group P1).</summary>
[TypeFormatterSource(typeof(CrystalFormatterSource))]
public sealed partial record Crystal
{
    /// <summary>Builds a crystal.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="sites">The sites of one cell, at least one.</param>
    /// <param name="id">Name in the source it came from. The default is none.</param>
    /// <exception cref="ArgumentException">No site, or a coordinate that is not finite.</exception>
    public Crystal(Lattice lattice, ImmutableArray<Site> sites, string? id = null)
    {
        if (sites.IsDefaultOrEmpty)
            throw new ArgumentException($"Crystal {id ?? "without id"} has no site; it needs at least one.");
        foreach (var site in sites)
            if (!double.IsFinite(site.Position.A + site.Position.B + site.Position.C))
                throw new ArgumentException($"Crystal {id ?? "without id"} has a site at {site.Position}; coordinates must be finite.");
        (Lattice, Sites, Id) = (lattice, sites, id);
    }

    /// <summary>The lattice.</summary>
    public Lattice Lattice { get; }

    /// <summary>The sites of one cell, at least one.</summary>
    public ImmutableArray<Site> Sites { get; }

    /// <summary>Name in the source it came from, where it has one.</summary>
    public string? Id { get; }

    /// <summary>What one cell holds; shared sites count with their occupancies.</summary>
    public Composition Composition => new(
        Sites.SelectMany(site => site.Occupants).Select(occupant => KeyValuePair.Create(occupant.Element, occupant.Occupancy)));

    /// <summary>Cell volume | Å³.</summary>
    public double Volume => Lattice.Volume;

    /// <summary>Mass per volume | g/cm³.</summary>
    public double Density => Composition.Weight / Volume / Units.GramPerCubicCentimeter;

    /// <summary>Whether one species fills each site.</summary>
    public bool IsOrdered => Sites.All(site => site.IsOrdered);

    /// <summary>Position of a site in space | Å.</summary>
    public Cartesian CartesianOf(int site) => Lattice.ToCartesian(Sites[site].Position);

    /// <summary>Whether the other crystal has the same lattice vectors, sites and id.</summary>
    public bool Equals(Crystal? other) =>
        other is not null && Id == other.Id && Lattice.Equals(other.Lattice) && Sites.AsSpan().SequenceEqual(other.Sites.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Lattice, Sites.Length, Sites[0]);

    /// <summary>One line: reduced formula, sites, cell, volume and density.</summary>
    public override string ToString() =>
        $"{(Id is null ? "" : Id + ": ")}{Composition.ReducedFormula}, {Sites.Length} site{(Sites.Length == 1 ? "" : "s")}"
        + $"{(IsOrdered ? "" : " (disordered)")}, {Lattice}, {Volume:0.##} Å³, {Density:0.###} g/cm³";
}
