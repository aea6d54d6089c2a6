using System.Text.Json;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.PgGos.Tokens;

namespace MatNotebooks.Frameworks.PgGos.Generation;

/// <content>Files.</content>
public sealed partial class CrystalGenerator
{
    private const string Mark = "MatNotebooks crystal generator 1";

    /// <summary>Saves weights and vocabulary to a file; beside it first, so that no half file takes the place of a whole one.</summary>
    public void Save(string path)
    {
        var draft = path + ".part";
        using (var writer = new BinaryWriter(File.Create(draft)))
        {
            writer.Write(Mark);
            writer.Write(JsonSerializer.Serialize(new Head(
                Options, [.. Words.Symmetries.Select(Example)], [.. Words.KnownElements.Select(element => element.Symbol)], Words.MostAtoms, Words.MostSites)));
            Network.save(writer);
        }
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Loads a generator.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no generator's, or not whole.</exception>
    public static CrystalGenerator Load(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        try
        {
            if (reader.ReadString() != Mark) throw new InvalidDataException($"{path} is no crystal generator; give a file that Save wrote.");
            var head = JsonSerializer.Deserialize<Head>(reader.ReadString())!;
            var symmetries = head.Symmetries.Select(example => (SpaceGroupFrame.Of(example.Group), SiteTemplate.Of(new(example.X, example.Y, example.Z), SpaceGroupFrame.Of(example.Group))!));
            var generator = new CrystalGenerator(head.Options, new([.. symmetries], [.. head.Elements.Select(PeriodicTable.Find)], head.MostAtoms, head.MostSites));
            generator.Network.load(reader);
            return generator;
        }
        catch (Exception wrong) when (wrong is EndOfStreamException or JsonException or FormatException)
        {
            throw new InvalidDataException($"{path} is no whole crystal generator: {wrong.Message} Save it again.", wrong);
        }
    }

    /// <summary>A site of a template on nothing that is more symmetric: the fractions are far from any multiple of 1/24.</summary>
    private static SiteExample Example((SpaceGroupFrame Group, SiteTemplate Template) symmetry)
    {
        ReadOnlySpan<double> generic = [0.13737, 0.2289, 0.3141];
        var site = symmetry.Template.At(generic[..symmetry.Template.Axes.Length]);
        return new(symmetry.Group.Number, site.A, site.B, site.C);
    }

    private sealed record Head(GeneratorOptions Options, SiteExample[] Symmetries, string[] Elements, int MostAtoms, int MostSites);

    private sealed record SiteExample(int Group, double X, double Y, double Z);
}
