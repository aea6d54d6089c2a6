using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Core.Tests.Crystals.Formats;

public class CifTests
{
    private const string Cell = "_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n";
    private const string Atoms = "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n";

    [Fact]
    public void Everything_the_grammar_allows_is_understood()
    {
        const string Text = """
            # a comment
            data_halite # another
            _publ_author_name 'O'Brien, J.'
            _publ_section_title
            ;
            A title; with a semicolon
            loop_ inside the text
            ;
            _CELL_LENGTH_A   5.6402(3)  _cell_length_b 5.6402(3)
            _cell.length_c "5.6402(3)"
            _cell_angle_alpha 90. _cell_angle_beta 90(1) _cell_angle_gamma 9.0E+1
            _journal_year ?
            loop_
              _symmetry_equiv_pos_site_id
              _symmetry_equiv_pos_as_xyz
              1 'x, y, z' 2 "x, y+1/2, z+1/2" 3 x+1/2,y,z+.5 4 '1/2+x,1/2+Y,z'
            loop_
            _atom_site_label _atom_site_type_symbol _atom_site_fract_x _atom_site_fract_y _atom_site_fract_z _atom_site_occupancy
            Na1 Na1+ 0 0.0000(5) 0.0 .
            Cl1 'Cl1-' .5 0.5 5.0e-1 1.000(2)
            O1 . 0.1 0.1 0.1 0
            """;
        var crystal = Cif.Parse(Text);
        Assert.Equal(("halite", 8), (crystal.Id, crystal.Sites.Length));
        Assert.Equal("Na4Cl4", crystal.Composition.ToString());
        Assert.Equal(2.8201, crystal.ShortestDistance(), 1e-6);
        Assert.Equal(crystal, Cif.Parse(Text.ReplaceLineEndings("\r\n")));
    }

    [Fact]
    public void Every_block_with_atoms_is_a_crystal()
    {
        var text = $"data_global\n_journal_year 2020\ndata_one\n{Cell}{Atoms}Na 0 0 0 1\ndata_two\n{Cell}{Atoms}K 0 0 0 1\nCl .5 .5 .5 1\n";
        Assert.Equal(["one", "two"], Cif.ParseAll(text).Select(crystal => crystal.Id));
        Assert.Equal("one", Cif.Parse(text).Id);
    }

    [Theory]
    [InlineData("Fe1", "Fe")]
    [InlineData("FE2", "Fe")]
    [InlineData("Ow", "O")]
    [InlineData("O1W", "O")]
    [InlineData("OH2A", "O")]
    [InlineData("CL1'", "Cl")]
    [InlineData("CAB1", "C")]
    [InlineData("Cab1", "Ca")]
    [InlineData("NO3", "N")]
    [InlineData("D1", "H")]
    [InlineData("Dy3+", "Dy")]
    [InlineData("Hb", "H")]
    public void Labels_name_their_element(string label, string element) =>
        Assert.Equal(element, Cif.Parse($"data_x\n{Cell}{Atoms}\"{label}\" 0 0 0 1\n").Sites[0].Element.Symbol);

    [Fact]
    public void Disorder_is_merged_on_one_site()
    {
        var crystal = Cif.Parse($"data_x\n{Cell}{Atoms}Na1 0 0 0 0.34\nK1 0.0001 0 0 0.33\nNa2 1 1 1 0.34\nO1 .5 .5 .5 0.9\n");
        Assert.Equal(2, crystal.Sites.Length);
        Assert.Equal(["Na", "K"], crystal.Sites[0].Occupants.Select(occupant => occupant.Element.Symbol));
        Assert.Equal(1, crystal.Sites[0].Occupancy, 1e-12); // printed as 1.01
        Assert.Equal(0.9, crystal.Sites[1].Occupancy);
    }

    [Fact]
    public void A_split_position_stays_split()
    {
        var crystal = Cif.Parse($"data_x\n{Cell}_space_group_symop_operation_xyz '-x,y,z'\n{Atoms}Na 0.02 0 0 0.5\n");
        Assert.Equal(2, crystal.Sites.Length); // 0.16 Å apart, each half occupied
    }

    [Fact]
    public void Coarse_coordinates_of_a_special_position_fall_together_on_it()
    {
        const string Hexagonal = "data_x\n_cell_length_a 3\n_cell_length_b 3\n_cell_length_c 5\n_cell_angle_gamma 120\n_space_group_name_H-M_alt 'P 6/m m m'\n";
        if (!SymmetryFinder.IsAvailable) return;
        var crystal = Cif.Parse($"{Hexagonal}{Atoms}B 0.333 0.667 0.5 1\nMg 0 0 0 1\n");
        Assert.Equal(3, crystal.Sites.Length);
        Assert.Equal(2.0 / 3, crystal.Sites[0].Position.A + (crystal.Sites[0].Position.A < 0.5 ? 1.0 / 3 : 0), 1e-9);
        Assert.Equal(191, SymmetryFinder.Find(crystal, 1e-5).Number);
    }

    [SpglibFact]
    public void A_space_group_without_operations_is_looked_up()
    {
        Assert.Equal(8, Named("_space_group_name_H-M_alt 'F m -3 m'", "Na 0 0 0 1\nCl .5 .5 .5 1").Sites.Length);
        Assert.Equal(8, Named("_symmetry_space_group_name_H-M Fm-3m", "Na 0 0 0 1\nCl .5 .5 .5 1").Sites.Length);
        Assert.Equal(8, Named("_symmetry_Int_Tables_number 225", "Na 0 0 0 1\nCl .5 .5 .5 1").Sites.Length);
        Assert.Equal(8, Named("_space_group_name_Hall '-F 4 2 3'", "Na 0 0 0 1\nCl .5 .5 .5 1").Sites.Length);
        Assert.Equal(8, Named("_space_group_name_H-M_alt 'F d -3 m :2'", "Si .125 .125 .125 1").Sites.Length);
        Assert.Equal(8, Named("_space_group_name_H-M_alt 'F d -3 m :1'", "Si 0 0 0 1").Sites.Length);
        Assert.Single(Named("_space_group_name_H-M_alt 'P 1'", "Si 0 0 0 1").Sites);
        Assert.Single(Named("", "Si 0 0 0 1").Sites);
    }

    [Theory]
    [InlineData("_space_group_name_H-M_alt 'F d -3 m'", "two origins")]
    [InlineData("_space_group_name_H-M_alt 'Q m m m'", "no space group is called Q m m m")]
    [InlineData("_symmetry_Int_Tables_number 194", "does not have the symmetry 194")]
    public void A_space_group_that_does_not_say_enough_is_refused(string group, string what)
    {
        if (SymmetryFinder.IsAvailable)
            Assert.Contains(what, Assert.Throws<StructureFormatException>(() => Named(group, "Si 0 0 0 1")).Message);
    }

    public static TheoryData<string, int, string> Broken => new()
    {
        { "", 0, "no data block lists atoms" },
        { "data_x\n" + Cell, 0, "no data block lists atoms" },
        { "Na 0 0 0\n", 1, "\"Na\" follows no tag" },
        { $"data_x\n{Atoms}Na 0 0 0 1\n", 1, "_cell_length_a is missing" },
        { $"data_x\n{Cell}{Atoms}Na 0 0 0\n", 8, "5 columns and 4 values" },
        { $"data_x\n{Cell}{Atoms}Na 0 zero 0 1\n", 14, "coordinate y of Na is \"zero\"" },
        { $"data_x\n{Cell}{Atoms}Na 0 ? 0 1\n", 14, "Na has no y coordinate" },
        { $"data_x\n{Cell}{Atoms}Na 0 0 NaN 1\n", 14, "must be a finite number" },
        { $"data_x\n{Cell}{Atoms}Na 0 0 1e999 1\n", 14, "must be a finite number" },
        { $"data_x\n{Cell}{Atoms}Zz1 0 0 0 1\n", 14, "no element has the symbol \"Zz\". Was Zn (Zinc) meant?" },
        { $"data_x\n{Cell}{Atoms}1 0 0 0 1\n", 14, "\"1\" names no element" },
        { $"data_x\n{Cell}{Atoms}Na 0 0 0 1.5\n", 14, "occupancy of Na is 1.5" },
        { $"data_x\n{Cell}{Atoms}Na 0 0 0 -1\n", 14, "occupancy of Na is -1" },
        { $"data_x\n{Cell}{Atoms}Na 0 0 0 0\n", 1, "every atom has occupancy 0" },
        { $"data_x\n{Cell}{Atoms}Na1 0 0 0 1\nCl1 0 0 0 1\n", 15, "two atoms on one spot: Na1 (line 14) and Cl1 (line 15) share (0, 0, 0)" },
        { $"data_x\n{Cell}{Atoms}Na 0 0 0 1\nCl 0.02 0 0 1\n", 15, "two atoms on one spot: sites 1 (Na (0, 0, 0)) and 2 (Cl (0.02, 0, 0)) are 0.08 Å apart" },
        { $"data_x\n{Cell.Replace("alpha 90", "alpha 0")}{Atoms}Na 0 0 0 1\n", 2, "α=0" },
        { $"data_x\n{Cell.Replace("a 4\n", "a 0.0\n")}{Atoms}Na 0 0 0 1\n", 2, "a=0" },
        { $"data_x\n{Cell.Replace("a 4\n", "a 'four'\n")}{Atoms}Na 0 0 0 1\n", 2, "_cell_length_a is \"four\"" },
        { $"data_x\n{Cell}_space_group_symop_operation_xyz 'x,y'\n{Atoms}Na 0 0 0 1\n", 8, "not three expressions" },
        { $"data_x\n_title 'never closed\n{Cell}{Atoms}Na 0 0 0 1\n", 2, "never closes; add '" },
        { $"data_x\n_title\n;never closed\n{Cell}{Atoms}Na 0 0 0 1\n", 3, "never ends" },
        { "data_x\nloop_\nloop_\n", 2, "has no tag" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Says_file_line_and_mend(string text, int line, string what)
    {
        var error = Assert.Throws<StructureFormatException>(() => Cif.Parse(text, "bad.cif"));
        Assert.Equal(("bad.cif", line), (error.File, error.Line));
        Assert.StartsWith(line > 0 ? $"bad.cif, line {line}: " : "bad.cif: ", error.Message);
        Assert.Contains(what, error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    private static Crystal Named(string group, string atoms) =>
        Cif.Parse($"data_x\n{Cell.Replace(" 4", " 5.5")}{group}\n{Atoms}{atoms}\n");
}
