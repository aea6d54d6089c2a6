namespace MatNotebooks.Crystals.Formats;

/// <summary>Finds the symmetry operations of a CIF that names its space group without listing them.</summary>
internal static class CifSpaceGroup
{
    private const double MetricTolerance = 1e-3; // relative; cell edges are printed with four digits

    /// <summary>The operations; the identity alone where the block names no space group.</summary>
    public static IReadOnlyList<SymmetryOperation> Operations(CifBlock block, StructureText source, Lattice lattice)
    {
        var hall = block.Single("_space_group_name_hall", "_symmetry_space_group_name_hall");
        var name = block.Single("_space_group_name_h-m_alt", "_symmetry_space_group_name_h-m", "_space_group_name_h-m_full");
        var number = block.Single("_space_group_it_number", "_symmetry_int_tables_number");
        if ((hall ?? name ?? number) is not { } stated) return [SymmetryOperation.Identity];
        if (name is { } p1 && SpaceGroupSetting.Plain(p1.Text) == "p1") return [SymmetryOperation.Identity];
        if (!SymmetryFinder.IsAvailable)
            throw source.Error(stated.Line, $"the file names the space group {StructureText.Shown(stated.Text)} and lists no operations; install spglib (Debian: libsymspg1) or add a loop_ of _space_group_symop_operation_xyz.");
        var settings = Matching(hall, name, number);
        if (settings.Length == 0)
            throw source.Error(stated.Line, $"no space group is called {StructureText.Shown(stated.Text)}; correct the symbol or add a loop_ of _space_group_symop_operation_xyz.");
        var fitting = settings.Select(setting => setting.Operations()).Where(operations => operations.All(o => Keeps(lattice, o))).ToArray();
        if (fitting.Length == 0)
            throw source.Error(stated.Line, $"the cell ({lattice}) does not have the symmetry {StructureText.Shown(stated.Text)}; correct the cell or the symbol.");
        if (settings.Count(setting => setting.Choice is "1" or "2") == 2 && fitting.Length == 2)
            throw source.Error(stated.Line, $"the space group {StructureText.Shown(stated.Text)} has two origins and the file does not say which; add a loop_ of _space_group_symop_operation_xyz.");
        return fitting[0];
    }

    private static SpaceGroupSetting[] Matching(CifValue? hall, CifValue? name, CifValue? number)
    {
        if (hall is { } hallSymbol && SpaceGroupSetting.All.Where(setting => setting.Hall == SpaceGroupSetting.HallText(hallSymbol.Text)).Take(1).ToArray() is { Length: 1 } exact)
            return exact;
        if (name is { } symbol)
        {
            var plain = SpaceGroupSetting.Plain(symbol.Text);
            var choice = symbol.Text.Contains(':') ? symbol.Text.Split(':')[1].Trim().ToUpperInvariant() : null;
            var named = SpaceGroupSetting.All
                .Where(setting => setting.Names.Contains(plain) && (choice is null || setting.Choice.ToUpperInvariant() == choice)).ToArray();
            if (named.Length > 0) return named;
        }
        return number is { } written && int.TryParse(written.Text, out var value)
            ? [.. SpaceGroupSetting.All.Where(setting => setting.Number == value)]
            : [];
    }

    /// <summary>Whether an operation keeps the lengths and angles of a lattice.</summary>
    private static bool Keeps(Lattice lattice, SymmetryOperation operation)
    {
        var r = operation.Rotation;
        var vectors = (Cartesian[])[lattice.A, lattice.B, lattice.C];
        var images = Enumerable.Range(0, 3).Select(i => (r[i] * lattice.A) + (r[3 + i] * lattice.B) + (r[6 + i] * lattice.C)).ToArray();
        for (var i = 0; i < 3; i++)
            for (var j = i; j < 3; j++)
                if (Math.Abs(images[i].Dot(images[j]) - vectors[i].Dot(vectors[j])) > MetricTolerance * vectors[i].Length * vectors[j].Length)
                    return false;
        return true;
    }
}
