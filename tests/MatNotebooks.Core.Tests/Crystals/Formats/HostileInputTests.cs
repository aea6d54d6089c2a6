using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Core.Tests.Crystals.Formats;

/// <summary>Whatever the bytes, a reader gives crystals or a <see cref="StructureFormatException"/> of one line, and soon.</summary>
public class HostileInputTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20); // generous: machines may be busy; a hang has no end
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(7, 11).WithMaxTest(1500).WithEndSize(300);

    private static readonly string[] Seeds =
    [
        .. ReferenceStructure.All.SelectMany(structure => new[] { structure.Cif, structure.Poscar, structure.Xyz }).OfType<string>()
            .Where(text => text.Length < 2500),
    ];

    private static readonly string[] Words =
    [
        "1e308", "-1", "0", "NaN", "1e-308", "999999999", "9999999999999999999", "", "'", "\"", ";", "\n;\n", "loop_", "data_", "save_", "?", ".", "(", ")", "1/0", "x,x,x",
        "_atom_site_fract_x", "_cell_length_a", "Lattice=\"", "Properties=species:S:1:pos:R:3", "#", "\0", "\uffff", "é", "Xx", "Og", "T T F", "-,", "x-y,y,z", "\r", "\t", "0.5", "1e5", "179.9999", "0.0001",
    ];

    [Fact]
    public void Random_bytes() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<byte[]>().Select(Encoding.Latin1.GetString).ToArbitrary(), IsHandled).Check(Seeded);

    [Fact]
    public void Random_words_of_the_formats() => Prop.ForAll(
        Gen.Elements(Words).ListOf().Select(words => string.Join(' ', words)).ToArbitrary(), IsHandled).Check(Seeded);

    [Fact]
    public void Mutations_of_valid_files() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).Select(Mutant).ToArbitrary(), IsHandled).Check(Seeded.WithMaxTest(8000));

    [Fact]
    public void Each_unmutated_file_is_read_by_exactly_one_reader()
    {
        Func<string, object>[] readers = [text => Cif.Parse(text), text => Poscar.Parse(text), text => Xyz.Parse(text)];
        Assert.All(Seeds, text => Assert.Single(readers, reader => Reads(reader, text)));
        Assert.InRange(Seeds.Length, 100, 300);
    }

    private static string Mutant(int seed)
    {
        var random = new Random(seed);
        var text = Seeds[random.Next(Seeds.Length)];
        for (var change = random.Next(1, 4); change > 0; change--)
            text = Mutate(text, random);
        return text;
    }

    private static string Mutate(string text, Random random)
    {
        var (start, lines) = (random.Next(text.Length + 1), text.Split('\n'));
        var end = Math.Min(text.Length, start + random.Next(1, 40));
        switch (random.Next(8))
        {
            case 0: return text[..start] + Words[random.Next(Words.Length)] + text[start..];
            case 1: return text[..start] + text[end..];
            case 2: return text[..start] + (char)random.Next(0, 300) + text[start..];
            case 3: return text[..start];
            case 4:
                var (one, other) = (random.Next(lines.Length), random.Next(lines.Length));
                (lines[one], lines[other]) = (lines[other], lines[one]);
                return string.Join('\n', lines);
            case 5: // one digit becomes another, which often leaves the file valid
                var digits = Enumerable.Range(0, text.Length).Where(at => char.IsAsciiDigit(text[at])).ToArray();
                var digit = digits.Length > 0 ? digits[random.Next(digits.Length)] : start;
                return $"{text[..digit]}{random.Next(10)}{text[Math.Min(text.Length, digit + 1)..]}";
            case 6:
                return string.Join('\n', lines.SelectMany(line => random.Next(lines.Length) == 0 ? Enumerable.Repeat(line, 3) : [line]));
            default:
                var words = text.Split(' ');
                words[random.Next(words.Length)] = Words[random.Next(Words.Length)];
                return string.Join(' ', words);
        }
    }

    private static bool IsHandled(string text)
    {
        var watch = Stopwatch.StartNew();
        var read = new[] { Reads(text => Cif.ParseAll(text), text), Reads(text => Poscar.Parse(text), text), Reads(text => Xyz.Parse(text), text) };
        Assert.True(watch.Elapsed < Soon, $"{watch.Elapsed} for {text.Length} characters");
        return read.Length == 3;
    }

    /// <summary>Whether the text is read; any other exception than the one promised fails the test.</summary>
    private static bool Reads(Func<string, object> read, string text)
    {
        try
        {
            return read(text) switch
            {
                Crystal crystal => crystal.Volume > 0,
                IReadOnlyList<Crystal> crystals => crystals.Count > 0,
                IReadOnlyList<XyzFrame> frames => frames.Count > 0,
                _ => false,
            };
        }
        catch (StructureFormatException problem)
        {
            Assert.DoesNotContain(problem.Message, char.IsControl);
            Assert.InRange(problem.Message.Length, 10, 1500);
            return false;
        }
    }
}
