using System.Globalization;
using MatNotebooks.Crystals;

namespace MatNotebooks.Bench.Simulators;

/// <summary>Rough starting geometries of ten small molecules.</summary>
internal static class StartingMolecules
{
    public static Molecule Of(string name) => name switch
    {
        "H2O" => Read(name, "O 0 0 0; H 0.8 0 -0.5; H -0.8 0 -0.5"),
        "NH3" => Read(name, "N 0 0 0; H 0.95 0 -0.4; H -0.47 0.82 -0.4; H -0.47 -0.82 -0.4"),
        "CH4" => Read(name, "C 0 0 0; H 0.6 0.6 0.6; H -0.6 -0.6 0.6; H -0.6 0.6 -0.6; H 0.6 -0.6 -0.6"),
        "CO2" => Read(name, "C 0 0 0; O 0 0 1.2; O 0 0 -1.2"),
        "HF" => Read(name, "F 0 0 0; H 0 0 0.95"),
        "N2" => Read(name, "N 0 0 0; N 0 0 1.12"),
        "HCN" => Read(name, "C 0 0 0; N 0 0 1.2; H 0 0 -1.1"),
        "H2CO" => Read(name, "C 0 0 0; O 0 0 1.25; H 0.95 0 -0.6; H -0.95 0 -0.6"),
        "C2H4" => Read(name, "C 0 0 0.65; C 0 0 -0.65; H 0.95 0 1.2; H -0.95 0 1.2; H 0.95 0 -1.2; H -0.95 0 -1.2"),
        "CH3OH" => Read(name, "C 0 0 0; O 0 0 1.4; H 1.0 0 -0.4; H -0.5 0.87 -0.4; H -0.5 -0.87 -0.4; H -0.9 0 1.75"),
        _ => throw new ArgumentException($"There is no molecule {name} here."),
    };

    private static Molecule Read(string name, string atoms) => new(
        [.. atoms.Split("; ").Select(atom => atom.Split(' ')).Select(w => new Atom(w[0], new(double.Parse(w[1], CultureInfo.InvariantCulture), double.Parse(w[2], CultureInfo.InvariantCulture), double.Parse(w[3], CultureInfo.InvariantCulture))))], name);
}
