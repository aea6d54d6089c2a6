using System.Collections.Immutable;

namespace MatNotebooks.Crystals.Formats;

/// <summary>Collects the atoms of a CIF: repeats each by symmetry, and merges those that share a site.</summary>
internal sealed class CifCell(StructureText source, Lattice lattice, IReadOnlyList<SymmetryOperation> operations)
{
    private const int MostSites = 50_000;
    private const double SameSite = 0.01; // Å; coordinates are printed with four digits or more
    private const double SameFullSite = 0.3; // Å; images of an atom that fills more than half of its site cannot be two atoms
    private const double RoundedFull = 1.02; // occupancies are printed with two digits or more: 0.34 + 0.34 + 0.34

    private readonly List<(Fractional Position, List<CifAtom> Atoms)> sites = [];
    private readonly (double A, double B, double C) spacings = lattice.Spacings;

    /// <summary>Adds an atom and its images.</summary>
    public void Add(CifAtom atom)
    {
        if (!(atom.Occupancy is > 0 and <= RoundedFull))
            throw source.Error(atom.Line, $"the occupancy of {StructureText.Shown(atom.Label)} is {atom.Occupancy}; it must be above 0 and at most 1.");
        var images = Images(atom);
        if (sites.Count + images.Count > MostSites)
            throw source.Error(atom.Line, $"the cell holds more than {MostSites} sites; that is the limit.");
        var earlier = sites.Count;
        foreach (var image in images)
        {
            var shared = IndexOf(image, earlier);
            if (shared < 0) sites.Add((image, [atom]));
            else sites[shared].Atoms.Add(atom);
        }
    }

    /// <summary>The crystal, every site checked.</summary>
    public Crystal Build(string? id, int line)
    {
        if (sites.Count == 0) throw source.Error(line, "every atom has occupancy 0; a crystal needs at least one atom.");
        var crystal = source.Checked(line, () => new Crystal(lattice, [.. sites.Select(site => SiteOf(site.Position, site.Atoms))], id));
        return OccupiedSpots.Checked(crystal, source, site => sites[site].Atoms[0].Line);
    }

    /// <summary>The different positions of an atom under the operations; nearly equal ones are averaged, which puts them exactly on the symmetry element.</summary>
    private List<Fractional> Images(CifAtom atom)
    {
        if (operations.Count == 1) return [atom.Position.Wrapped]; // the identity alone
        var tolerance = atom.Occupancy > 0.5 ? SameFullSite : SameSite;
        var images = new List<(Fractional First, Fractional Shifts, int Count)>(operations.Count);
        foreach (var operation in operations)
        {
            var image = operation.Apply(atom.Position).Wrapped;
            var found = false;
            for (var i = 0; i < images.Count && !found; i++)
            {
                if (!IsNear(image, images[i].First, tolerance, out var shift)) continue;
                images[i] = (images[i].First, images[i].Shifts + shift, images[i].Count + 1);
                found = true;
            }
            if (!found) images.Add((image, default, 1));
        }
        return [.. images.Select(image => (image.First + Part(image.Shifts, image.Count)).Wrapped)];
    }

    private int IndexOf(Fractional position, int count)
    {
        for (var i = 0; i < count; i++)
            if (IsNear(position, sites[i].Position, SameSite, out _))
                return i;
        return -1;
    }

    private bool IsNear(Fractional left, Fractional right, double tolerance, out Fractional shift)
    {
        shift = (left - right).Centered;
        // Cheap first: two points further apart along one spacing than the tolerance are further apart in space.
        if (Math.Abs(shift.A) > tolerance / spacings.A || Math.Abs(shift.B) > tolerance / spacings.B || Math.Abs(shift.C) > tolerance / spacings.C)
            return false;
        var vector = lattice.ToCartesian(shift);
        return vector.Dot(vector) < tolerance * tolerance;
    }

    private static Fractional Part(Fractional sum, int count) => new(sum.A / count, sum.B / count, sum.C / count);

    private Site SiteOf(Fractional position, List<CifAtom> atoms)
    {
        return atoms is [{ Occupancy: 1 } whole] ? new(whole.Element, position) : SharedSite(position, atoms);
    }

    private Site SharedSite(Fractional position, List<CifAtom> atoms)
    {
        var total = atoms.Sum(atom => atom.Occupancy);
        if (total > RoundedFull)
            throw source.Error(
                atoms[^1].Line,
                $"two atoms on one spot: {string.Join(" and ", atoms.Take(4).Select(atom => $"{StructureText.Shown(atom.Label)} (line {atom.Line})"))} share {position} and their occupancies add up to {total:0.####}; at most 1 is possible. Remove one or correct _atom_site_occupancy.");
        var scale = total > 1 ? 1 / total : 1;
        var occupants = atoms
            .GroupBy(atom => atom.Element)
            .Select(group => new Occupant(group.Key, group.Sum(atom => atom.Occupancy) * scale))
            .ToImmutableArray();
        return source.Checked(atoms[0].Line, () => new Site(occupants, position));
    }
}
