using System.Globalization;
using System.Text;
using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation.Xtb;

/// <summary>What xtb reads: its command line and an XYZ file.</summary>
/// <param name="Arguments">The command line, after the name of the file.</param>
/// <param name="Geometry">The XYZ file.</param>
internal sealed record XtbInput(IReadOnlyList<string> Arguments, string Geometry)
{
    /// <summary>Name of the XYZ file.</summary>
    public const string FileName = "molecule.xyz";

    /// <summary>Name of the file of further settings.</summary>
    public const string SettingsName = "settings.inp";

    /// <summary>Further settings: the search for symmetry, which ends version 6.5 at linear molecules, is left out; no number here needs it.</summary>
    public const string Settings = "$symmetry\n   maxat=0\n$end\n";

    /// <summary>Command line and file in one text; what the input hash is taken of.</summary>
    public string Text => $"xtb {FileName} {string.Join(' ', Arguments)}\n{Geometry}";

    /// <summary>Writes the input of a task about a molecule.</summary>
    public static XtbInput Of(CalculationTask task, XtbOptions options) => new(
        [
            .. Method(options.Method), .. What(task.Kind, options.Relaxation), "--chrg", Whole(options.Charge), "--uhf", Whole(options.UnpairedElectrons),
            "--etemp", options.ElectronicTemperature.ToString(CultureInfo.InvariantCulture),
        ],
        Xyz(task.Molecule!));

    private static string[] Method(XtbMethod method) => method switch
    {
        XtbMethod.Gfn1 => ["--gfn", "1"],
        XtbMethod.Gfn2 => ["--gfn", "2"],
        _ => ["--gfnff"],
    };

    private static string[] What(CalculationKind kind, XtbRelaxation relaxation) => kind switch
    {
        CalculationKind.Relaxation => ["--opt", Level(relaxation)],
        CalculationKind.Frequencies => ["--ohess", Level(relaxation), "--input", SettingsName],
        _ => ["--grad"],
    };

    private static string Level(XtbRelaxation relaxation) => relaxation switch
    {
        XtbRelaxation.Normal => "normal",
        XtbRelaxation.Tight => "tight",
        _ => "vtight",
    };

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Xyz(Molecule molecule)
    {
        var text = new StringBuilder().Append(molecule.Atoms.Length).Append("\n\n");
        foreach (var atom in molecule.Atoms)
            text.Append(atom.Element.Symbol).Append(' ').Append(CalculationText.Lengths(atom.Position)).Append('\n');
        return text.ToString();
    }
}
