using System.Globalization;
using System.Text;
using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation.Lammps;

/// <summary>What lmp reads: a script and a data file.</summary>
/// <param name="Script">The script.</param>
/// <param name="Data">The data file, crystal.data.</param>
internal sealed record LammpsInput(string Script, string Data)
{
    public const string ScriptName = "in.crystal";
    public const string DataName = "crystal.data";
    public const string AtomsName = "atoms.dump";

    /// <summary>Script and data in one text; what the input hash is taken of.</summary>
    public string Text => $"{Script}\n{Data}";

    /// <summary>Writes the input of a task about a right-handed crystal.</summary>
    public static LammpsInput Of(CalculationTask task, InteratomicPotential potential, LammpsOptions options) =>
        new(WriteScript(task.Kind, potential, options), WriteData(task.Crystal!, potential));

    private static string WriteScript(CalculationKind kind, InteratomicPotential potential, LammpsOptions options)
    {
        var lines = new List<string>
        {
            "units metal", $"atom_style {(potential.Charges.IsEmpty ? "atomic" : "charge")}", "boundary p p p", "box tilt large", $"read_data {DataName}",
        };
        lines.AddRange(potential.Commands);
        lines.AddRange(
        [
            "neigh_modify every 1 delay 0 check yes one 20000 page 400000", "thermo 1000000", "thermo_style custom step pe pxx pyy pzz pxy pxz pyz",
        ]);
        if (kind == CalculationKind.SinglePoint) lines.Add("run 0");
        else if (kind == CalculationKind.Relaxation) lines.Add(Minimize(options));
        else lines.AddRange(RelaxCell(options));
        lines.AddRange(Report());
        return string.Join('\n', lines) + "\n";
    }

    private static string Minimize(LammpsOptions options) =>
        string.Create(CultureInfo.InvariantCulture, $"minimize 0 {options.ForceTolerance / 10} 10000 100000");

    // Each round takes the cell it begins with as the unstrained one, so that the last begins where it ends. The first steps of the
    // first round may be long: a start 10 % off is nothing unusual.
    private static IEnumerable<string> RelaxCell(LammpsOptions options)
    {
        foreach (var largestStep in new[] { 0.01, 0.001, 0.001, 0.0001 })
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"fix cell all box/relax tri 0.0 vmax {largestStep}");
            yield return Minimize(options);
            yield return "unfix cell";
            yield return Minimize(options);
        }
    }

    private static IEnumerable<string> Report() =>
    [
        .. new[] { "pe", "pxx", "pyy", "pzz", "pyz", "pxz", "pxy", "lx", "ly", "lz", "xy", "xz", "yz" }.SelectMany(name => new[]
        {
            $"variable v_{name} equal {name}", $"print \"matnb {name} $(v_v_{name}:%.12g)\"",
        }),
        $"write_dump all custom {AtomsName} id xs ys zs fx fy fz modify sort id format float %.12g",
    ];

    private static string WriteData(Crystal crystal, InteratomicPotential potential)
    {
        var frame = new LammpsFrame(crystal.Lattice);
        var (a, b, c) = (frame.Into(crystal.Lattice.A), frame.Into(crystal.Lattice.B), frame.Into(crystal.Lattice.C));
        var text = new StringBuilder("crystal\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{crystal.Sites.Length} atoms\n{potential.Elements.Length} atom types\n");
        text.Append(CultureInfo.InvariantCulture, $"0 {CalculationText.Length(a.X)} xlo xhi\n0 {CalculationText.Length(b.Y)} ylo yhi\n0 {CalculationText.Length(c.Z)} zlo zhi\n");
        text.Append(CultureInfo.InvariantCulture, $"{CalculationText.Length(b.X)} {CalculationText.Length(c.X)} {CalculationText.Length(c.Y)} xy xz yz\n\nMasses\n\n");
        for (var type = 0; type < potential.Elements.Length; type++)
            text.Append(CultureInfo.InvariantCulture, $"{type + 1} {potential.Elements[type].Mass}\n");
        text.Append("\nAtoms\n\n");
        for (var site = 0; site < crystal.Sites.Length; site++)
        {
            var type = potential.Elements.IndexOf(crystal.Sites[site].Element);
            var charge = potential.Charges.IsEmpty ? "" : string.Create(CultureInfo.InvariantCulture, $"{potential.Charges[type]} ");
            var at = crystal.Lattice.ToCartesian(crystal.Sites[site].Position.Wrapped);
            text.Append(CultureInfo.InvariantCulture, $"{site + 1} {type + 1} {charge}{CalculationText.Lengths(frame.Into(at))}\n");
        }
        return text.ToString();
    }
}
