using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals.Formats;

/// <summary>Makes a crystal of one data block of a CIF.</summary>
internal sealed class CifReader(StructureText source, CifBlock block)
{
    private const int MostOperations = 1000; // 192 in the largest conventional cell

    private static readonly ParsedOperations Known = new();

    /// <summary>The crystals of all blocks that list atoms.</summary>
    public static IReadOnlyList<Crystal> ReadAll(StructureText source)
    {
        var blocks = CifBlock.ReadAll(source).Where(block => block.Column("_atom_site_fract_x") is { Count: > 0 }).ToArray();
        if (blocks.Length == 0)
            throw source.Error(0, "no data block lists atoms by fractional coordinates; a crystal needs a loop_ with _atom_site_fract_x, _y and _z.");
        return [.. blocks.Select(block => new CifReader(source, block).Read())];
    }

    private Crystal Read()
    {
        var lattice = ReadLattice();
        var cell = new CifCell(source, lattice, ReadOperations(lattice));
        foreach (var atom in ReadAtoms()) cell.Add(atom);
        return cell.Build(block.Name == "" ? null : block.Name, block.Line);
    }

    private Lattice ReadLattice()
    {
        var names = (string[])["_cell_length_a", "_cell_length_b", "_cell_length_c", "_cell_angle_alpha", "_cell_angle_beta", "_cell_angle_gamma"];
        var values = names.Select(name => block.Single(name)).ToArray();
        var n = new double[6];
        for (var i = 0; i < 6; i++)
        {
            if (values[i] is { } value) n[i] = Number(value, names[i]);
            else if (i >= 3) n[i] = 90; // the dictionary's own default
            else throw source.Error(block.Line, $"{names[i]} is missing; a crystal needs the three lengths of its cell in Å.");
        }
        return source.Checked(values[0]!.Value.Line, () => Lattice.FromParameters(n[0], n[1], n[2], n[3], n[4], n[5]));
    }

    private IReadOnlyList<SymmetryOperation> ReadOperations(Lattice lattice)
    {
        var column = block.Column("_space_group_symop_operation_xyz", "_symmetry_equiv_pos_as_xyz", "_symmetry_equiv_pos_as_xyz_");
        var written = column?.Where(value => !value.IsMissing && !value.Span.IsWhiteSpace()).ToArray() ?? [];
        if (written.Length == 0) return CifSpaceGroup.Operations(block, source, lattice);
        if (written.Length > MostOperations)
            throw source.Error(written[0].Line, $"the file lists {written.Length} symmetry operations; {MostOperations} are the limit.");
        return written.Length == 1 && ParseOperation(written[0]).Equals(SymmetryOperation.Identity)
            ? [SymmetryOperation.Identity]
            : [.. written.Select(ParseOperation).Prepend(SymmetryOperation.Identity).Distinct()];
    }

    private SymmetryOperation ParseOperation(CifValue value)
    {
        try
        {
            return Known.Parse(value.Span);
        }
        catch (FormatException problem)
        {
            throw new StructureFormatException(source.File, value.Line, problem.Message, problem);
        }
    }

    private IEnumerable<CifAtom> ReadAtoms()
    {
        var (x, y, z) = (Axis('x'), Axis('y'), Axis('z'));
        var occupancies = block.Column("_atom_site_occupancy");
        var types = block.Column("_atom_site_type_symbol");
        var labels = block.Column("_atom_site_label", "_atom_site_id");
        var flags = block.Column("_atom_site_calc_flag");
        for (var row = 0; row < x.Count; row++)
        {
            if (Cell(flags, row) is { } flag && flag.Span is "dum") continue; // a mark of the refinement, no atom
            var type = Cell(types, row);
            var name = type ?? Cell(labels, row)
                ?? throw source.Error(x[row].Line, "an atom has neither _atom_site_type_symbol nor _atom_site_label; one of them names its element.");
            var label = (Cell(labels, row) ?? name).Text;
            var occupancy = Cell(occupancies, row) is { } share ? Number(share, "the occupancy of", label) : 1;
            if (occupancy == 0) continue;
            yield return new(
                label, CifElement.Of(name, type is null, source), occupancy,
                new(Coordinate(x[row], label, 'x'), Coordinate(y[row], label, 'y'), Coordinate(z[row], label, 'z')), x[row].Line);
        }
    }

    private IReadOnlyList<CifValue> Axis(char axis)
    {
        var column = block.Column($"_atom_site_fract_{axis}")
            ?? throw source.Error(block.Line, $"_atom_site_fract_{axis} is missing; every atom needs three fractional coordinates.");
        return column.Count == block.Column("_atom_site_fract_x")!.Count
            ? column
            : throw source.Error(block.Line, $"_atom_site_fract_{axis} has {column.Count} values and _atom_site_fract_x another number; keep them in one loop_.");
    }

    private static CifValue? Cell(IReadOnlyList<CifValue>? column, int row) =>
        column is not null && row < column.Count && !column[row].IsMissing ? column[row] : null;

    private double Coordinate(CifValue value, string label, char axis) => value.IsMissing
        ? throw source.Error(value.Line, $"the atom {StructureText.Shown(label)} has no {axis} coordinate (\"{value.Text}\"); give one or remove the atom.")
        : Number(value, axis switch { 'x' => "coordinate x of", 'y' => "coordinate y of", _ => "coordinate z of" }, label);

    /// <summary>A number whose standard uncertainty stands in parentheses: 5.4307(2).</summary>
    private double Number(CifValue value, string what, string? label = null)
    {
        var text = value.Span.Trim();
        var bracket = text.IndexOf('(');
        var number = bracket > 0 ? text[..bracket] : text;
        return PlainDecimal.TryParse(number, out var plain) ? plain : source.Number(number, value.Line, label is null ? what : $"{what} {StructureText.Shown(label)}");
    }
}
