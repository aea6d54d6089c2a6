using System.Collections.Immutable;

namespace MatNotebooks.Crystals;

/// <summary>A periodic structure, every site of its cell listed (space group P1).</summary>
public sealed record Crystal
{
    /// <summary>Builds a crystal.</summary>
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

    /// <summary>Position of a site in space | Å.</summary>
    public Cartesian CartesianOf(int site) => Lattice.ToCartesian(Sites[site].Position);
}
