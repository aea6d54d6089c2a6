using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MatNotebooks.Crystals.Formats;

/// <summary>Writes one data block of a CIF: cell, space group with its operations, sites.</summary>
internal sealed partial class CifWriter
{
    private readonly StringBuilder text = new();

    /// <param name="cell">The crystal whose cell is written.</param>
    /// <param name="symbol">International symbol of the space group.</param>
    /// <param name="number">Its number, 1 to 230.</param>
    /// <param name="operations">Its operations in the notation of CIF files.</param>
    /// <param name="sites">The sites that the operations repeat.</param>
    public CifWriter(Crystal cell, string symbol, int number, IEnumerable<string> operations, IEnumerable<Site> sites)
    {
        WriteCell(cell);
        text.Append(CultureInfo.InvariantCulture, $"_space_group_name_H-M_alt '{symbol}'\n_space_group_IT_number {number}\nloop_\n_space_group_symop_operation_xyz\n");
        foreach (var operation in operations) text.Append(CultureInfo.InvariantCulture, $"'{operation}'\n");
        WriteSites(sites);
    }

    public override string ToString() => text.ToString();

    private void WriteCell(Crystal crystal)
    {
        var (a, b, c, alpha, beta, gamma) = crystal.Lattice.Parameters;
        var composition = crystal.Composition;
        text.Append(CultureInfo.InvariantCulture, $"data_{NotAName().Replace(crystal.Id ?? composition.ReducedFormula, "_")}\n");
        text.Append(CultureInfo.InvariantCulture, $"_cell_length_a {a:0.##########}\n_cell_length_b {b:0.##########}\n_cell_length_c {c:0.##########}\n");
        text.Append(CultureInfo.InvariantCulture, $"_cell_angle_alpha {alpha:0.##########}\n_cell_angle_beta {beta:0.##########}\n_cell_angle_gamma {gamma:0.##########}\n");
        text.Append(CultureInfo.InvariantCulture, $"_cell_volume {crystal.Volume:0.######}\n_chemical_formula_sum '{Spaced(composition.HillFormula)}'\n");
    }

    private void WriteSites(IEnumerable<Site> sites)
    {
        text.Append("loop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n");
        var numbers = new Dictionary<string, int>();
        foreach (var site in sites)
            foreach (var (element, occupancy) in site.Occupants)
            {
                var number = numbers[element.Symbol] = numbers.GetValueOrDefault(element.Symbol) + 1;
                text.Append(CultureInfo.InvariantCulture, $"{element.Symbol}{number} {element.Symbol} {site.Position.A:F10} {site.Position.B:F10} {site.Position.C:F10} {occupancy:0.######}\n");
            }
    }

    private static string Spaced(string formula) => ElementStart().Replace(formula, " ").Trim();

    [GeneratedRegex("(?=[A-Z])")]
    private static partial Regex ElementStart();

    [GeneratedRegex(@"[^\x21-\x7e]+")]
    private static partial Regex NotAName();
}
