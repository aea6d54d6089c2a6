using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MatNotebooks.Crystals.Formats;

/// <summary>Crystallographic information files (CIF 1.1): symmetry expanded, shared sites merged.</summary>
public static partial class Cif
{
    /// <summary>Reads the first crystal of a file.</summary>
    /// <exception cref="StructureFormatException">It holds none; the message names file and line.</exception>
    public static Crystal Read(string path) => ReadAll(path)[0];

    /// <summary>Reads every crystal of a file, one a data block; blocks without atoms are passed over.</summary>
    /// <exception cref="StructureFormatException">It holds none, or one cannot be read.</exception>
    public static IReadOnlyList<Crystal> ReadAll(string path) => CifReader.ReadAll(StructureText.Load(path));

    /// <summary>Reads the first crystal of a text.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="name">How errors shall call it. The default is "CIF".</param>
    /// <exception cref="StructureFormatException">It holds none; the message names the line.</exception>
    public static Crystal Parse(string text, string name = "CIF") => ParseAll(text, name)[0];

    /// <summary>Reads every crystal of a text, one a data block; blocks without atoms are passed over.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="name">How errors shall call it. The default is "CIF".</param>
    /// <exception cref="StructureFormatException">It holds none, or one cannot be read.</exception>
    public static IReadOnlyList<Crystal> ParseAll(string text, string name = "CIF") => CifReader.ReadAll(new(name, text));

    /// <summary>Writes a crystal in space group P1, every site listed, with occupancies.</summary>
    public static string Write(Crystal crystal)
    {
        var (a, b, c, alpha, beta, gamma) = crystal.Lattice.Parameters;
        var composition = crystal.Composition;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"data_{NotAName().Replace(crystal.Id ?? composition.ReducedFormula, "_")}\n");
        text.Append(CultureInfo.InvariantCulture, $"_cell_length_a {a:0.##########}\n_cell_length_b {b:0.##########}\n_cell_length_c {c:0.##########}\n");
        text.Append(CultureInfo.InvariantCulture, $"_cell_angle_alpha {alpha:0.##########}\n_cell_angle_beta {beta:0.##########}\n_cell_angle_gamma {gamma:0.##########}\n");
        text.Append(CultureInfo.InvariantCulture, $"_cell_volume {crystal.Volume:0.######}\n_chemical_formula_sum '{Spaced(composition.HillFormula)}'\n");
        text.Append("_space_group_name_H-M_alt 'P 1'\n_space_group_IT_number 1\nloop_\n_space_group_symop_operation_xyz\n'x, y, z'\n");
        text.Append("loop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n");
        var numbers = new Dictionary<string, int>();
        foreach (var site in crystal.Sites)
            foreach (var (element, occupancy) in site.Occupants)
            {
                var number = numbers[element.Symbol] = numbers.GetValueOrDefault(element.Symbol) + 1;
                text.Append(CultureInfo.InvariantCulture, $"{element.Symbol}{number} {element.Symbol} {site.Position.A:F10} {site.Position.B:F10} {site.Position.C:F10} {occupancy:0.######}\n");
            }
        return text.ToString();
    }

    private static string Spaced(string formula) => ElementStart().Replace(formula, " ").Trim();

    [GeneratedRegex("(?=[A-Z])")]
    private static partial Regex ElementStart();

    [GeneratedRegex(@"[^\x21-\x7e]+")]
    private static partial Regex NotAName();
}
