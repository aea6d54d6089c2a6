using System.IO.Compression;
using System.Text.Json.Nodes;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Core.Tests.Crystals.Formats;

public sealed class ChemiscopeTests
{
    private static readonly Crystal Salt = new(Lattice.Cubic(4.12), [new("Cs", new(0, 0, 0)), new("Cl", new(0.5, 0.5, 0.5))], "CsCl");
    private static readonly Crystal Iron = new(Lattice.FromParameters(2.48, 2.48, 2.48, 109.47, 109.47, 109.47), [new("Fe", new(0, 0, 0))]);

    private static Chemiscope Set => new Chemiscope("two crystals", [Salt, Iron]) { Description = "for a test", Authors = ["A. Author"] }
        .With("energy", "eV/atom", [-3.1, 0])
        .WithClasses("group", ["Pm-3m", "Im-3m"])
        .WithAtoms("charge", "e", [[0.9, -0.9], [0]])
        .WithMap("PCA", [(1, 2), (3, -4)]);

    [Fact]
    public void It_holds_what_the_format_asks_for()
    {
        var json = JsonNode.Parse(Set.ToJson())!;
        Assert.Equal(("two crystals", "A. Author"), ((string?)json["meta"]!["name"], (string?)json["meta"]!["authors"]![0]));
        var structures = json["structures"]!.AsArray();
        Assert.All(structures, one => Assert.All(new[] { "names", "x", "y", "z" }, key => Assert.Equal((int)one!["size"]!, one[key]!.AsArray().Count)));
        Assert.All(structures, one => Assert.Equal(9, one!["cell"]!.AsArray().Count));
        Assert.Equal(["Cs", "Cl"], structures[0]!["names"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(2.06, (double)structures[0]!["z"]![1]!, 8);
        foreach (var (name, property) in json["properties"]!.AsObject())
            Assert.Equal((string?)property!["target"] == "atom" ? json["environments"]!.AsArray().Count : structures.Count, property["values"]!.AsArray().Count);
        Assert.Equal("eV/atom", (string?)json["properties"]!["energy"]!["units"]);
        Assert.Null(json["properties"]!["group"]!["units"]);
        Assert.Equal(["0 0", "0 1", "1 0"], json["environments"]!.AsArray().Select(one => $"{one!["structure"]} {one["center"]}"));
        Assert.Equal("PCA 1", (string?)json["settings"]!["map"]!["x"]!["property"]);
    }

    [Fact]
    public void Every_value_of_a_property_is_of_one_kind() => Assert.All(
        JsonNode.Parse(Set.ToJson())!["properties"]!.AsObject(), property => Assert.Single(property.Value!["values"]!.AsArray().Select(value => value!.GetValueKind()).Distinct()));

    [Fact]
    public void Packed_or_not_it_is_the_same()
    {
        var folder = Directory.CreateTempSubdirectory("matnb-chemiscope-").FullName;
        try
        {
            Set.Save(Path.Combine(folder, "a.json"));
            Set.Save(Path.Combine(folder, "a.json.gz"));
            using var packed = new GZipStream(File.OpenRead(Path.Combine(folder, "a.json.gz")), CompressionMode.Decompress);
            using var reader = new StreamReader(packed);
            Assert.Equal(File.ReadAllText(Path.Combine(folder, "a.json")), reader.ReadToEnd());
            Assert.Contains("'a.txt'", Assert.Throws<ArgumentException>(() => Set.Save("a.txt")).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Assert.Contains("'energy' has 1 values for 2 crystals", Assert.Throws<ArgumentException>(() => new Chemiscope("x", [Salt, Iron]).With("energy", "eV", [1])).Message, StringComparison.Ordinal);
        Assert.Contains("Value 1 of property 'energy' is NaN", Assert.Throws<ArgumentException>(() => new Chemiscope("x", [Salt, Iron]).With("energy", "eV", [1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Contains("1 values for crystal 0, which has 2 sites", Assert.Throws<ArgumentException>(() => new Chemiscope("x", [Salt, Iron]).WithAtoms("q", "e", [[1], [1]])).Message, StringComparison.Ordinal);
        Assert.Contains("'energy' already", Assert.Throws<ArgumentException>(() => Set.With("energy", "eV", [1, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("0 crystals", Assert.Throws<ArgumentException>(() => new Chemiscope("x", [])).Message, StringComparison.Ordinal);
    }
}
