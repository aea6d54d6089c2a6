using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;

namespace MatNotebooks.Crystals.Formats;

/// <summary>
/// A data set for chemiscope (chemiscope.org), which shows structures beside a map of their properties: crystals, and properties of each
/// crystal or of each of its atoms, with units.
/// </summary>
/// <remarks>
/// Data sets do not change: <c>new Chemiscope("oxides", crystals).With("energy", "eV/atom", energies).Save("oxides.json.gz")</c>.
/// Shared sites are written as the species with the greatest occupancy. Source: the format as chemiscope 1.0 reads it (G. Fraux,
/// R. K. Cersonsky and M. Ceriotti, J. Open Source Softw. 5, 2117, 2020).
/// </remarks>
public sealed record Chemiscope
{
    private const double Cutoff = 3.5; // Å, the neighbourhood that chemiscope shades round a chosen atom

    /// <summary>Begins a data set.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="crystals">The crystals, at least one.</param>
    /// <exception cref="ArgumentException">No crystal.</exception>
    public Chemiscope(string name, IReadOnlyList<Crystal> crystals)
    {
        if (crystals.Count == 0) throw new ArgumentException("A chemiscope data set of 0 crystals; it needs at least one.");
        (Name, Crystals) = (name, crystals);
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The crystals.</summary>
    public IReadOnlyList<Crystal> Crystals { get; }

    /// <summary>A few words about it. The default is none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Who made it. The default is nobody.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Where it is written about. The default is nowhere.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    internal ImmutableArray<ChemiscopeProperty> Properties { get; private init; } = [];

    private (string X, string Y)? Axes { get; init; }

    /// <summary>The same data set with a property of each crystal.</summary>
    /// <param name="property">Its name.</param>
    /// <param name="unit">Its unit; "1" for a pure number.</param>
    /// <param name="values">One value per crystal, finite.</param>
    /// <exception cref="ArgumentException">Another number of values, one that is not finite, or a name that is taken.</exception>
    public Chemiscope With(string property, string unit, IReadOnlyList<double> values) =>
        Add(new(property, unit, "structure", values, null), values.Count, Crystals.Count, "crystals");

    /// <summary>The same data set with a class of each crystal, such as its space group.</summary>
    /// <param name="property">Its name.</param>
    /// <param name="classes">One per crystal.</param>
    /// <exception cref="ArgumentException">Another number of classes, or a name that is taken.</exception>
    public Chemiscope WithClasses(string property, IReadOnlyList<string> classes) =>
        Add(new(property, "1", "structure", null, classes), classes.Count, Crystals.Count, "crystals");

    /// <summary>The same data set with a property of each atom.</summary>
    /// <param name="property">Its name.</param>
    /// <param name="unit">Its unit; "1" for a pure number.</param>
    /// <param name="values">For each crystal one value per site, finite.</param>
    /// <exception cref="ArgumentException">Values that do not fit the sites, one that is not finite, or a name that is taken.</exception>
    public Chemiscope WithAtoms(string property, string unit, IReadOnlyList<IReadOnlyList<double>> values)
    {
        if (values.Count != Crystals.Count)
            throw new ArgumentException($"Property '{property}' has values for {values.Count} crystals, the data set holds {Crystals.Count}; give one list per crystal.");
        for (var i = 0; i < values.Count; i++)
            if (values[i].Count != Crystals[i].Sites.Length)
                throw new ArgumentException($"Property '{property}' has {values[i].Count} values for crystal {i}, which has {Crystals[i].Sites.Length} sites; give one per site.");
        double[] all = [.. values.SelectMany(own => own)];
        return Add(new(property, unit, "atom", all, null), all.Length, all.Length, "atoms");
    }

    /// <summary>The same data set on a map: two coordinates of each crystal, such as an embedding brought down to the plane.</summary>
    /// <param name="name">What made the coordinates, such as "PCA".</param>
    /// <param name="coordinates">x and y of each crystal, finite.</param>
    /// <exception cref="ArgumentException">Another number of places, one that is not finite, or a name that is taken.</exception>
    public Chemiscope WithMap(string name, IReadOnlyList<(double X, double Y)> coordinates) =>
        With($"{name} 1", "1", [.. coordinates.Select(place => place.X)]).With($"{name} 2", "1", [.. coordinates.Select(place => place.Y)])
            with { Axes = ($"{name} 1", $"{name} 2") };

    /// <summary>Writes the data set; a name that ends in .gz packs it.</summary>
    /// <param name="path">The file, .json or .json.gz.</param>
    /// <exception cref="ArgumentException">Another ending.</exception>
    public void Save(string path)
    {
        var packed = path.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase);
        if (!packed && !path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"'{path}' is no name for a chemiscope data set; it must end in .json or .json.gz.");
        using var file = File.Create(path);
        using Stream stream = packed ? new GZipStream(file, CompressionLevel.SmallestSize) : file;
        using var writer = new Utf8JsonWriter(stream);
        Write(writer);
    }

    /// <summary>The data set as JSON.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) Write(writer);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>One line: name, crystals and properties.</summary>
    public override string ToString() => $"{Name}: {Crystals.Count} crystals, {Properties.Length} properties ({string.Join(", ", Properties.Select(property => property.Name))})";

    private void Write(Utf8JsonWriter writer) =>
        ChemiscopeWriter.Write(writer, this, Axes ?? (Properties.Where(property => property.Values is not null).Take(2).ToArray() is [var x, var y] ? (x.Name, y.Name) : null), Cutoff);

    private Chemiscope Add(ChemiscopeProperty property, int count, int wanted, string what)
    {
        if (count != wanted) throw new ArgumentException($"Property '{property.Name}' has {count} values for {wanted} {what}; give one each.");
        if (Properties.Any(other => other.Name == property.Name)) throw new ArgumentException($"The data set has a property '{property.Name}' already; names must differ.");
        if (property.Values is { } values && values.Select((value, index) => (value, index)).FirstOrDefault(pair => !double.IsFinite(pair.value)) is { value: not 0 } wrong)
            throw new ArgumentException($"Value {wrong.index} of property '{property.Name}' is {wrong.value}; chemiscope takes finite numbers only. Leave such crystals out.");
        return this with { Properties = Properties.Add(property) };
    }
}
