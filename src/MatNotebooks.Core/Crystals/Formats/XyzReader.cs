using System.Collections.Immutable;
using System.Globalization;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals.Formats;

/// <summary>Reads the frames of one XYZ file from top to bottom.</summary>
internal sealed class XyzReader(StructureText source)
{
    private int line; // of the line read last, from 1

    /// <summary>All frames, at least one.</summary>
    public IReadOnlyList<XyzFrame> Read()
    {
        var frames = new List<XyzFrame>();
        while (line < source.Lines.Length && source.Lines.Skip(line).Any(text => !string.IsNullOrWhiteSpace(text)))
            frames.Add(ReadFrame());
        return frames.Count > 0 ? frames : throw source.Error(0, "the file is empty; an XYZ file starts with the number of atoms.");
    }

    private XyzFrame ReadFrame()
    {
        var count = ReadCount();
        if (line >= source.Lines.Length) throw source.Error(line, "the file ends before the comment line; every frame has one, it may be empty.");
        var comment = XyzComment.Parse(source.Lines[line++], source, line);
        var atoms = ImmutableArray.CreateBuilder<Atom>();
        var others = comment.Columns.Where(column => column.IsNumber && column.Name is not ("pos" or "Z")).ToDictionary(column => column.Name, _ => new List<double[]>());
        var firstAtom = line + 1;
        for (var atom = 0; atom < count; atom++)
            atoms.Add(ReadAtom(comment.Columns, others, atom, count));
        var molecule = new Molecule(atoms.ToImmutable(), comment.Title);
        var frame = new XyzFrame(
            molecule, comment.Lattice, comment.Values, others.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<double[]>)pair.Value));
        if (source.Checked(firstAtom, () => frame.Crystal) is { } crystal) OccupiedSpots.Checked(crystal, source, site => firstAtom + site);
        return frame;
    }

    private int ReadCount()
    {
        while (string.IsNullOrWhiteSpace(source.Lines[line])) line++;
        var text = source.Lines[line++].Trim();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw source.Error(line, $"the number of atoms is \"{StructureText.Shown(text)}\"; a frame starts with a whole number above 0.");
    }

    private Atom ReadAtom(IReadOnlyList<XyzColumn> columns, Dictionary<string, List<double[]>> others, int atom, int count)
    {
        if (line >= source.Lines.Length || string.IsNullOrWhiteSpace(source.Lines[line]))
            throw source.Error(line + 1, $"the frame announces {count} atoms and holds {atom}; correct the number or complete the file.");
        var words = StructureText.Words(source.Lines[line++]);
        var needed = columns.Sum(column => column.Width);
        if (words.Length < needed)
            throw source.Error(line, $"an atom needs {needed} columns ({string.Join(", ", columns.Select(column => column.Name))}); the line holds {words.Length}.");
        Element? element = null;
        Cartesian position = default;
        var at = 0;
        foreach (var column in columns)
        {
            var cells = words.AsSpan(at, column.Width);
            at += column.Width;
            if (column.Name is "species") element = ReadElement(cells[0]);
            else if (column.Name is "Z") element ??= ReadElement(cells[0]);
            if (!column.IsNumber || column.Name is "Z") continue;
            var numbers = new double[cells.Length];
            for (var i = 0; i < cells.Length; i++) numbers[i] = source.Number(cells[i], line, $"column {column.Name}");
            if (column.Name == "pos") position = new(numbers[0], numbers[1], numbers[2]);
            else others[column.Name].Add(numbers);
        }
        return new(element!, position);
    }

    private Element ReadElement(string word)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return source.Checked(line, () => PeriodicTable.OfNumber(number));
        return source.ElementOf(word is "D" or "T" ? "H" : word.TrimEnd("0123456789".ToCharArray()), line);
    }
}
