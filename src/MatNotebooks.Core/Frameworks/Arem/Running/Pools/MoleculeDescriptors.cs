using MatNotebooks.Crystals;

namespace MatNotebooks.Frameworks.Arem.Running.Pools;

/// <summary>Numbers that tell small molecules apart: of the SMILES alone, and of the atoms in space.</summary>
internal static class MoleculeDescriptors
{
    private const double BoxMargin = 8; // Å to the next image: beyond the reach of networks

    private static readonly string[] Patterns = ["=", "#", "C=C", "C=O", "C=N", "N=N", "N=O", "C#N", "C#C", "NN", "OO", "NO", "ON", "=CC=", "=NC=", "=CN=", "=NN=", "CF", "NF"];

    private static readonly (double From, double To)[] Shells = [(1.0, 1.26), (1.26, 1.38), (1.38, 1.46), (1.46, 1.7), (2.0, 2.4), (2.4, 2.7), (2.7, 3.6), (3.6, 5), (5, 12)];

    /// <summary>Counts of atoms and of patterns in a SMILES without branches and ring marks, (27).</summary>
    public static double[] Coarse(string smiles)
    {
        var chain = string.Concat(smiles.Where(letter => letter is not ('(' or ')') && !char.IsDigit(letter)));
        return
        [
            .. "CNOF".Select(atom => (double)smiles.Count(letter => letter == atom)), HeavyAtoms(smiles),
            smiles.Count(char.IsDigit) / 2.0, smiles.Count(letter => letter == '('), LongestRunOfBonds(chain),
            .. Patterns.Select(pattern => (double)Occurrences(chain, pattern)),
        ];
    }

    /// <summary>The coarse ones, hydrogen, the size, and the distances between heavy atoms, (39).</summary>
    public static double[] Fine(string smiles, Molecule molecule)
    {
        var heavy = molecule.Atoms.Where(atom => atom.Element.Symbol != "H").ToArray();
        var counts = new double[Shells.Length];
        var squares = 0.0;
        for (var first = 0; first < heavy.Length; first++)
            for (var second = first + 1; second < heavy.Length; second++)
            {
                var distance = (heavy[first].Position - heavy[second].Position).Length;
                squares += distance * distance;
                var shell = Array.FindIndex(Shells, range => distance >= range.From && distance < range.To);
                if (shell >= 0) counts[shell]++;
            }
        var multiple = smiles.Count(letter => letter == '=') + (2 * smiles.Count(letter => letter == '#'));
        return [.. Coarse(smiles), molecule.Atoms.Length - heavy.Length, multiple / (double)Math.Max(1, heavy.Length), Math.Sqrt(squares) / Math.Max(1, heavy.Length), .. counts];
    }

    /// <summary>The molecule in a box that keeps its images out of reach.</summary>
    public static Crystal InBox(Molecule molecule)
    {
        double Extent(Func<Cartesian, double> axis) => molecule.Atoms.Max(atom => axis(atom.Position)) - molecule.Atoms.Min(atom => axis(atom.Position)) + BoxMargin;
        return molecule.In(Lattice.FromParameters(Extent(place => place.X), Extent(place => place.Y), Extent(place => place.Z), 90, 90, 90));
    }

    /// <summary>Atoms beside hydrogen.</summary>
    public static int HeavyAtoms(string smiles) => smiles.Count(char.IsUpper);

    private static int Occurrences(string text, string pattern)
    {
        var (count, place) = (0, -1);
        while ((place = text.IndexOf(pattern, place + 1, StringComparison.Ordinal)) >= 0) count++;
        return count;
    }

    // Multiple bonds in a row, one single bond between neighbours: how far electrons are shared.
    private static int LongestRunOfBonds(string chain)
    {
        var (longest, run, last) = (0, 0, int.MinValue / 2);
        for (var place = 0; place < chain.Length; place++)
        {
            if (chain[place] is not ('=' or '#')) continue;
            run = place - last <= 3 ? run + 1 : 1;
            (longest, last) = (Math.Max(longest, run), place);
        }
        return longest;
    }
}
