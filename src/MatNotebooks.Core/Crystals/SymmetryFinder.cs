using System.Collections.Immutable;

namespace MatNotebooks.Crystals;

/// <summary>Finds space groups and standard cells with spglib. Safe to call from many threads.</summary>
/// <remarks>Source: A. Togo and I. Tanaka, arXiv:1808.01590. Needs the library libsymspg.so.1 (Debian package libsymspg1).</remarks>
public static class SymmetryFinder
{
    private const double DefaultTolerance = 0.01;
    private const int MostCopies = 4; // a conventional cell holds at most four primitive ones

    /// <summary>Whether spglib is installed.</summary>
    public static bool IsAvailable => Spglib.IsPresent;

    /// <summary>Finds the space group.</summary>
    /// <param name="crystal">The crystal; shared sites are equivalent only when their occupants are the same.</param>
    /// <param name="tolerance">How far sites may be from symmetry | Å, greater than 0. The default is 0.01.</param>
    /// <exception cref="InvalidOperationException">spglib is not installed, or finds no symmetry.</exception>
    public static unsafe Symmetry Find(Crystal crystal, double tolerance = DefaultTolerance)
    {
        var found = DatasetOf(crystal, tolerance);
        try
        {
            return new(
                found->Number, Spglib.Text(found->International), Spglib.Text(found->Hall), Spglib.Text(found->PointGroup),
                Operations(found->Rotations, found->Translations, found->OperationCount),
                [.. new ReadOnlySpan<int>(found->EquivalentAtoms, found->AtomCount)],
                [.. new ReadOnlySpan<int>(found->Wyckoffs, found->AtomCount).ToArray().Select(WyckoffLetter)]);
        }
        finally
        {
            Spglib.Free(found);
        }
    }

    /// <summary>Finds the occupied Wyckoff positions; the same for every cell and setting of a crystal.</summary>
    /// <param name="crystal">The crystal; shared sites are equivalent only when their occupants are the same.</param>
    /// <param name="tolerance">How far sites may be from symmetry | Å, greater than 0. The default is 0.01.</param>
    /// <exception cref="InvalidOperationException">spglib is not installed, or finds no symmetry.</exception>
    internal static unsafe OccupiedPositions FindPositions(Crystal crystal, double tolerance = DefaultTolerance)
    {
        var found = DatasetOf(crystal, tolerance);
        try
        {
            var conventional = (double)found->StandardAtomCount / found->AtomCount; // atoms of the conventional cell for one of this cell
            var orbits = new ReadOnlySpan<int>(found->Orbits, found->AtomCount).ToArray().CountBy(orbit => orbit);
            return new(
                found->Number, Spglib.Text(found->International),
                [.. orbits.Select(orbit => new WyckoffPosition(crystal.Sites[orbit.Key], WyckoffLetter(found->Wyckoffs[orbit.Key]), (int)Math.Round(orbit.Value * conventional)))]);
        }
        finally
        {
            Spglib.Free(found);
        }
    }

    /// <summary>The space group and the standard conventional cell in one search, which is half the work of two.</summary>
    /// <param name="crystal">The crystal; shared sites are equivalent only when their occupants are the same.</param>
    /// <param name="tolerance">How far sites may be from symmetry | Å, greater than 0.</param>
    /// <exception cref="InvalidOperationException">spglib is not installed, or finds no symmetry.</exception>
    internal static unsafe (int Number, Crystal Conventional) FindConventional(Crystal crystal, double tolerance)
    {
        var found = DatasetOf(crystal, tolerance);
        try
        {
            var cell = new SpglibCell(crystal, tolerance);
            new ReadOnlySpan<double>(found->StandardLattice, cell.Lattice.Length).CopyTo(cell.Lattice);
            var count = found->StandardAtomCount;
            return (found->Number, cell.Build(
                [.. new ReadOnlySpan<double>(found->StandardPositions, 3 * count)], [.. new ReadOnlySpan<int>(found->StandardTypes, count)], count));
        }
        finally
        {
            Spglib.Free(found);
        }
    }

    /// <summary>The standard conventional cell, its sites moved onto their symmetry elements.</summary>
    /// <param name="crystal">The crystal.</param>
    /// <param name="tolerance">How far sites may be from symmetry | Å, greater than 0. The default is 0.01.</param>
    /// <exception cref="InvalidOperationException">spglib is not installed, or finds no symmetry.</exception>
    public static Crystal ConventionalCell(Crystal crystal, double tolerance = DefaultTolerance) => Standard(crystal, tolerance, toPrimitive: 0);

    /// <summary>The standard primitive cell, its sites moved onto their symmetry elements.</summary>
    /// <param name="crystal">The crystal.</param>
    /// <param name="tolerance">How far sites may be from symmetry | Å, greater than 0. The default is 0.01.</param>
    /// <exception cref="InvalidOperationException">spglib is not installed, or finds no symmetry.</exception>
    public static Crystal PrimitiveCell(Crystal crystal, double tolerance = DefaultTolerance) => Standard(crystal, tolerance, toPrimitive: 1);

    /// <summary>Operations from spglib's arrays.</summary>
    internal static unsafe ImmutableArray<SymmetryOperation> Operations(int* rotations, double* translations, int count)
    {
        var operations = ImmutableArray.CreateBuilder<SymmetryOperation>(count);
        for (var i = 0; i < count; i++)
        {
            var shift = new Fractional(translations[3 * i], translations[(3 * i) + 1], translations[(3 * i) + 2]);
            operations.Add(new(ImmutableArray.Create(new ReadOnlySpan<int>(rotations + (9 * i), 9)), shift));
        }
        return operations.MoveToImmutable();
    }

    /// <summary>What spglib finds; to be given back to it.</summary>
    private static unsafe Spglib.Dataset* DatasetOf(Crystal crystal, double tolerance)
    {
        var cell = new SpglibCell(crystal, tolerance);
        Spglib.Dataset* found;
        fixed (double* lattice = cell.Lattice, positions = cell.Positions)
        fixed (int* types = cell.Types)
            found = Spglib.GetDataset(lattice, positions, types, cell.Types.Length, tolerance);
        return found != null ? found : throw NotFound(crystal, tolerance);
    }

    private static Crystal Standard(Crystal crystal, double tolerance, int toPrimitive)
    {
        var cell = new SpglibCell(crystal, tolerance);
        var positions = new double[MostCopies * cell.Positions.Length];
        var types = new int[MostCopies * cell.Types.Length];
        cell.Positions.CopyTo(positions, 0);
        cell.Types.CopyTo(types, 0);
        int count;
        unsafe
        {
            fixed (double* lattice = cell.Lattice, position = positions)
            fixed (int* type = types)
                count = Spglib.Standardize(lattice, position, type, cell.Types.Length, toPrimitive, 0, tolerance);
        }
        return count > 0 ? cell.Build(positions, types, count) : throw NotFound(crystal, tolerance);
    }

    private static char WyckoffLetter(int index) => index < 26 ? (char)('a' + index) : (char)('A' + index - 26);

    private static InvalidOperationException NotFound(Crystal crystal, double tolerance) =>
        new($"No symmetry of {crystal.Id ?? crystal.Composition.ReducedFormula} was found within {tolerance} Å; sites may be too close together. Look at ClosePairs(), or take another tolerance.");
}
