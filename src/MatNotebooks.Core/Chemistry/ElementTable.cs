using System.Globalization;
using System.Reflection;

namespace MatNotebooks.Chemistry;

/// <summary>Reads the facts of data/elements, which are embedded in this assembly.</summary>
internal static class ElementTable
{
    /// <summary>The elements in order of atomic number.</summary>
    public static Element[] Read()
    {
        var radii = Rows("ionic_radii.csv").ToLookup(row => row["symbol"], IonicRadiusOf);
        var states = Rows("oxidation_states.csv").ToLookup(row => row["symbol"], OxidationStateOf);
        var bonds = Rows("bond_valence.csv").ToDictionary(row => row["symbol"], row => new BondValenceSize(Number(row["radius"])!.Value, Number(row["hardness"])!.Value));
        return
        [
            .. Rows("elements.csv").Select(row => ElementOf(row, [.. radii[row["symbol"]]]) with
            {
                OxidationStates = [.. states[row["symbol"]]],
                BondValence = bonds.GetValueOrDefault(row["symbol"]),
            }),
        ];
    }

    private static Element ElementOf(Dictionary<string, string> row, IonicRadius[] radii) =>
        new(Whole(row["number"])!.Value, row["symbol"], row["name"])
        {
            Mass = Number(row["mass"])!.Value,
            Group = Whole(row["group"]),
            Period = Whole(row["period"])!.Value,
            Block = row["block"][0],
            ValenceElectrons = Whole(row["valence_electrons"])!.Value,
            Configuration = row["configuration"],
            Electronegativity = Number(row["electronegativity"]),
            CovalentRadius = Number(row["covalent_radius"]),
            VanDerWaalsRadius = Number(row["van_der_waals_radius"]),
            AtomicRadius = Number(row["atomic_radius"]),
            IonizationEnergy = Number(row["ionization_energy"]),
            ElectronAffinity = Number(row["electron_affinity"]),
            MeltingPoint = Number(row["melting_point"]),
            BoilingPoint = Number(row["boiling_point"]),
            Density = Number(row["density"]),
            IonicRadii = radii,
        };

    private static IonicRadius IonicRadiusOf(Dictionary<string, string> row) =>
        new(Whole(row["charge"])!.Value, Whole(row["coordination"])!.Value, row["shape"], row["spin"], Number(row["radius"])!.Value);

    private static OxidationState OxidationStateOf(Dictionary<string, string> row) => new(Whole(row["charge"])!.Value, row["kind"] switch
    {
        "common" => OxidationStanding.Common,
        "crystals" => OxidationStanding.InCrystals,
        _ => OxidationStanding.Known,
    });

    internal static IEnumerable<Dictionary<string, string>> Rows(string table)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"elements/{table}")
            ?? throw new InvalidOperationException($"The table elements/{table} is not embedded in this assembly; build it with the data folder in place.");
        using var reader = new StreamReader(stream);
        var header = reader.ReadLine()!.Split(',');
        while (reader.ReadLine() is { } line)
            yield return header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static double? Number(string cell) => cell == "" ? null : double.Parse(cell, CultureInfo.InvariantCulture);

    private static int? Whole(string cell) => cell == "" ? null : int.Parse(cell, CultureInfo.InvariantCulture);
}
