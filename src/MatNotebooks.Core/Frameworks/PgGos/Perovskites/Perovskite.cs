using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.PgGos.Search;

namespace MatNotebooks.Frameworks.PgGos.Perovskites;

/// <summary>A perovskite ABX₃ as a candidate: which element stands on the corners of the cube, which in its middle, and the three anions about it.</summary>
public sealed record Perovskite : Candidate
{
    /// <summary>Takes the elements of the sites.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="a">The cation with twelve neighbours.</param>
    /// <param name="b">The cation with six neighbours.</param>
    /// <param name="anions">The three anions.</param>
    /// <param name="structure">The structure to begin a calculation with. The default is none.</param>
    /// <exception cref="ArgumentException">Not three anions.</exception>
    public Perovskite(string id, Element a, Element b, IEnumerable<Element> anions, Crystal? structure = null)
        : this(id, a, b, [.. anions.OrderBy(anion => anion.Number)], structure)
    {
    }

    private Perovskite(string id, Element a, Element b, ImmutableArray<Element> anions, Crystal? structure)
        : base(id, new([KeyValuePair.Create(a, 1.0), KeyValuePair.Create(b, 1.0), .. anions.Select(anion => KeyValuePair.Create(anion, 1.0))]), structure)
    {
        if (anions.Length != 3) throw new ArgumentException($"The perovskite {id} has {anions.Length} anions; ABX₃ has three.");
        (A, B, Anions) = (a, b, anions);
    }

    /// <summary>The cation on the corners of the cube, with twelve neighbours.</summary>
    public Element A { get; }

    /// <summary>The cation in the middle, with six neighbours.</summary>
    public Element B { get; }

    /// <summary>The three anions, by atomic number.</summary>
    public ImmutableArray<Element> Anions { get; }

    /// <summary>Reads the sites of a cubic or nearly cubic cell of five atoms.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="crystal">The cell, A near (x, 0, 0) and B near (x, ½, ½), as in Castelli's perovskites; where they are relaxed along x does not matter.</param>
    /// <exception cref="ArgumentException">Not such a cell; the message says what it has.</exception>
    public static Perovskite Of(string id, Crystal crystal)
    {
        var cations = crystal.Sites.Where(site => !IsAnion(site.Element)).ToArray();
        var a = cations.Where(site => IsNear(site.Position.B, 0) && IsNear(site.Position.C, 0)).ToArray();
        var b = cations.Where(site => IsNear(site.Position.B, 0.5) && IsNear(site.Position.C, 0.5)).ToArray();
        if (crystal.Sites.Length != 5 || cations.Length != 2 || a.Length != 1 || b.Length != 1)
            throw new ArgumentException($"{id} ({crystal.Composition.ReducedFormula}) is no perovskite: it needs five sites, one cation near (x, 0, 0), one near (x, 1/2, 1/2) and three of N, O, F and S.");
        return new(id, a[0].Element, b[0].Element, crystal.Sites.Where(site => IsAnion(site.Element)).Select(site => site.Element), crystal);
    }

    private static bool IsAnion(Element element) => element.Symbol is "N" or "O" or "F" or "S";

    private static bool IsNear(double coordinate, double place) => Math.Abs(Math.IEEERemainder(coordinate - place, 1)) < 0.1;
}
