using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Downloads;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>One molecule of QM9: number of atoms; "gdb", index, 15 properties; an atom a line with its charge; frequencies; SMILES; InChI.</summary>
internal static class Qm9File
{
    private static readonly string[] Properties = ["A", "B", "C", "mu", "alpha", "homo", "lumo", "gap", "r2", "zpve", "U0", "U", "H", "G", "Cv"];
    private static readonly string[] Energies = ["U0", "U", "H", "G"];

    /// <summary>Reads it.</summary>
    /// <param name="text">The file.</param>
    /// <param name="atoms">U0, U, H and G of each free atom | Hartree.</param>
    /// <exception cref="FormatException">It is no such file.</exception>
    public static (int Index, MoleculeRecord Record) Parse(string text, IReadOnlyDictionary<Element, double[]> atoms)
    {
        var lines = text.Split('\n');
        if (!int.TryParse(lines[0], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var count) || count < 1 || lines.Length < count + 5)
            throw new FormatException($"\"{lines[0].Trim()}\" atoms and {lines.Length} lines; a file of n atoms has n + 5.");
        var words = lines[1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != Properties.Length + 2 || words[0] != "gdb" || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            throw new FormatException($"line 2 has {words.Length} words; it has gdb, the index and {Properties.Length} properties.");
        var rows = lines[2..(count + 2)].Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToArray();
        if (Array.Exists(rows, row => row.Length != 5))
            throw new FormatException($"an atom has symbol, x, y, z and charge; \"{lines[2 + Array.FindIndex(rows, row => row.Length != 5)].Trim()}\" has not.");
        var molecule = new Molecule([.. rows.Select(row => new Atom(PeriodicTable.Find(row[0]), new(Number(row[1]), Number(row[2]), Number(row[3]))))], $"gdb_{index}");
        var values = new JsonObject();
        foreach (var (name, word) in Properties.Zip(words.Skip(2)))
            values[name] = Number(word);
        AddAtomisation(values, molecule, atoms);
        values["charges_e"] = Numbers(rows.Select(row => row[4]));
        values["frequencies_cm-1"] = Numbers(lines[count + 2].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        values["smiles"] = Last(lines[count + 3]);
        values["inchi"] = Last(lines[count + 4]);
        var row = System.Text.Json.JsonElement.Parse(values.ToJsonString());
        return (index, new(molecule.Id!, molecule, RowValues.Of(row.EnumerateObject().Select(member => ((string?)member.Name, member.Value)))));
    }

    // The energies that models are judged by: of the molecule less those of its free atoms.
    private static void AddAtomisation(JsonObject values, Molecule molecule, IReadOnlyDictionary<Element, double[]> atoms)
    {
        for (var i = 0; i < Energies.Length; i++)
            values[Energies[i] + "_atom"] = (double)values[Energies[i]]! - molecule.Atoms.Sum(atom => atoms.TryGetValue(atom.Element, out var energies)
                ? energies[i]
                : throw new FormatException($"atomref.txt has no energies of {atom.Element.Symbol}."));
    }

    private static JsonArray Numbers(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)Number(word))]);

    // Of two, that of the relaxed geometry.
    private static string Last(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [.., var last] ? last : "";

    // Some exponents are written 2.1997*^-6.
    private static double Number(string word) => double.TryParse(word.Replace("*^", "e", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"\"{word}\" is no number.");
}
