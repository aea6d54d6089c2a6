using System.Collections.Immutable;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals.Formats;

/// <summary>Reads one POSCAR from top to bottom.</summary>
internal sealed class PoscarReader(StructureText source)
{
    private const int MostAtoms = 1_000_000;

    private int line; // of the line read last, from 1

    /// <summary>The crystal.</summary>
    public Crystal Read()
    {
        var comment = Next("the comment").Trim();
        var lattice = ReadLattice();
        var (symbols, counts) = ReadSpecies(comment);
        var mode = Next("\"Direct\" or \"Cartesian\"").TrimStart();
        if (mode.StartsWith("s", StringComparison.OrdinalIgnoreCase)) mode = Next("\"Direct\" or \"Cartesian\"").TrimStart();
        var isCartesian = mode.Length > 0 && "CcKk".Contains(mode[0]);
        var firstAtom = line + 1;
        var sites = ImmutableArray.CreateBuilder<Site>();
        for (var kind = 0; kind < counts.Length; kind++)
            for (var atom = 0; atom < counts[kind]; atom++)
                sites.Add(ReadSite(symbols?[kind], lattice, isCartesian));
        var crystal = source.Checked(line, () => new Crystal(lattice.Lattice, sites.ToImmutable(), comment == "" ? null : comment));
        return OccupiedSpots.Checked(crystal, source, site => firstAtom + site);
    }

    private (Lattice Lattice, double Scale) ReadLattice()
    {
        var scales = Numbers("scale", 1);
        var vectors = new Cartesian[3];
        for (var i = 0; i < 3; i++)
            vectors[i] = Vector(Numbers($"lattice vector {"abc"[i]}", 3));
        var scale = scales[0];
        if (scale == 0) throw source.Error(2, "the scale is 0; it must be a factor above 0, or minus the cell volume in Å³.");
        if (scale < 0)
        {
            var volume = Math.Abs(vectors[0].Dot(vectors[1].Cross(vectors[2])));
            scale = Math.Cbrt(-scale / volume);
        }
        return (source.Checked(5, () => new Lattice(scale * vectors[0], scale * vectors[1], scale * vectors[2])), scale);
    }

    /// <summary>Symbols and numbers of atoms; no symbols where the atoms' own lines have to name them (VASP 4).</summary>
    private (Element[]? Symbols, int[] Counts) ReadSpecies(string comment)
    {
        var words = StructureText.Words(Next("the species"));
        if (words.Length == 0) throw source.Error(line, "the line of the species is empty; write symbols such as \"Na Cl\".");
        var named = !char.IsAsciiDigit(words[0][0]);
        var symbolWords = named ? words : StructureText.Words(comment);
        var symbolLine = named ? line : 1;
        if (named) words = StructureText.Words(Next("the numbers of atoms"));
        var counts = Counts(words);
        if (named && symbolWords.Length != counts.Length)
            throw source.Error(line, $"{counts.Length} numbers of atoms stand below {symbolWords.Length} species; write one number for each.");
        if (!named && (symbolWords.Length != counts.Length || !symbolWords.All(word => PeriodicTable.TryFind(word, out _))))
            return (null, counts);
        return ([.. symbolWords.Select(word => source.ElementOf(word.Split('_', '/', '.')[0], symbolLine))], counts);
    }

    private int[] Counts(string[] words)
    {
        var counts = new List<int>();
        foreach (var word in words.TakeWhile(word => word[0] is not ('!' or '#')))
        {
            if (!int.TryParse(word, out var count) || count < 0)
                throw source.Error(line, $"the number of atoms is \"{StructureText.Shown(word)}\"; it must be a whole number such as 4.");
            counts.Add(count);
        }
        if (counts.Sum(count => (long)count) is var total and (< 1 or > MostAtoms))
            throw source.Error(line, $"the file announces {total} atoms; 1 to {MostAtoms} can be read.");
        return [.. counts];
    }

    private Site ReadSite(Element? element, (Lattice Lattice, double Scale) cell, bool isCartesian)
    {
        var text = Next("an atom");
        var words = StructureText.Words(text);
        var numbers = Vector(Numbers(words, "coordinate", 3));
        var position = isCartesian ? cell.Lattice.ToFractional(cell.Scale * numbers) : new(numbers.X, numbers.Y, numbers.Z);
        element ??= words.Skip(3).FirstOrDefault(word => PeriodicTable.TryFind(word, out _)) is { } symbol
            ? PeriodicTable.Find(symbol)
            : throw source.Error(line, "the file names no species (VASP 4); add a line such as \"Na Cl\" above the numbers of atoms.");
        return source.Checked(line, () => new Site(element, position));
    }

    private double[] Numbers(string what, int count) => Numbers(StructureText.Words(Next(what)), what, count);

    private double[] Numbers(string[] words, string what, int count)
    {
        if (words.Length < count)
            throw source.Error(line, $"{what} needs {count} number{(count > 1 ? "s" : "")}; the line holds {words.Length}.");
        return [.. words.Take(count).Select(word => source.Number(word, line, what))];
    }

    private static Cartesian Vector(double[] numbers) => new(numbers[0], numbers[1], numbers[2]);

    private string Next(string what) => line < source.Lines.Length && !IsEnd()
        ? source.Lines[line++]
        : throw source.Error(line, $"the file ends before {what}; a POSCAR holds comment, scale, three vectors, species, numbers, mode and the atoms.");

    private bool IsEnd() => line == source.Lines.Length - 1 && source.Lines[line].Length == 0;
}
