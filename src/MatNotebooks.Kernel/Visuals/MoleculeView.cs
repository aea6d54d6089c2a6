using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Viewer;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>A molecule as balls and sticks, its longest extent across the picture. On a page it turns, and a click on an atom says what it is.</summary>
public sealed record MoleculeView : IRichDisplay
{
    /// <summary>Shows a molecule with bonds between atoms that touch.</summary>
    public MoleculeView(Molecule molecule) => Molecule = molecule;

    /// <summary>The molecule.</summary>
    public Molecule Molecule { get; init; }

    /// <summary>Title above the picture; null, the default, for formula and id.</summary>
    public string? Title { get; init; }

    /// <summary>Width | CSS pixels. The default is 560.</summary>
    public int Width { get; init; } = 560;

    /// <summary>Height | CSS pixels. The default is 400.</summary>
    public int Height { get; init; } = 400;

    /// <summary>How large the atoms are. The default is <see cref="AtomStyle.BallAndStick"/>.</summary>
    public AtomStyle Style { get; init; }

    /// <summary>What is written on the atoms. The default is <see cref="AtomLabels.None"/>.</summary>
    public AtomLabels Labels { get; init; }

    /// <summary>How fast it turns | degrees per 25 ms, 0 for a molecule at rest. The default is 0.6.</summary>
    public double Spin { get; init; } = 0.6;

    /// <summary>A quantity that colours the atoms, one value each; null, the default, for the elements' own colours.</summary>
    public ColorValues? AtomColors { get; init; }

    /// <summary>An arrow on every atom; null, the default, for none.</summary>
    public AtomVectors? Vectors { get; init; }

    /// <summary>The same view with atoms coloured by a quantity.</summary>
    /// <param name="quantity">What the values measure.</param>
    /// <param name="values">One value per atom.</param>
    public MoleculeView WithAtomValues(Axis quantity, IReadOnlyList<double> values) => this with { AtomColors = new(quantity, values) };

    /// <summary>The same view with an arrow on every atom.</summary>
    /// <param name="quantity">What the vectors measure.</param>
    /// <param name="vectors">One per atom.</param>
    public MoleculeView WithVectors(Axis quantity, IReadOnlyList<Cartesian> vectors) => this with { Vectors = new(quantity, vectors) };

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Values or vectors do not fit the molecule, or it has more than 4,000 atoms.</exception>
    public MimeBundle ToMimeBundle()
    {
        var coordination = Coordination.Of(Molecule);
        var card = new ViewCard(Heading, Words(coordination), Width, Height, ViewCard.Legend(Molecule.Composition))
        {
            Bars = AtomColors is null ? [] : [AtomColors.ToColorBar()],
            ByElement = AtomColors is null,
            Caption = Vectors is { } vectors ? ViewCard.ArrowWords(vectors) : null,
            Spin = Spin,
            First = Look.Turned(0),
        };
        return card.Bundle([MoleculeScene.Build(this, coordination)], SiteNotes.Of(this, coordination));
    }

    private string Heading => Title ?? (Molecule.Id is { } id ? $"{Formula.Subscripted(Molecule.Formula)} · {id}" : Formula.Subscripted(Molecule.Formula));

    private string Words(Coordination coordination)
    {
        double[] lengths = [.. coordination.Neighbors.SelectMany(own => own).Select(neighbor => neighbor.Distance)];
        var bonds = lengths.Length == 0 ? "no bonds" : $"{lengths.Length / 2} bonds of {lengths.Min():0.00} to {lengths.Max():0.00} Å";
        var words = $"Molecule {Heading}: {Molecule.Atoms.Length} atoms, {bonds}.";
        if (AtomColors is { } colors) words += colors.Words();
        return Vectors is { } vectors ? $"{words}\n{CrystalWords.Of(vectors, atom => $"{Molecule.Atoms[atom].Element.Symbol} (atom {atom})")}" : words;
    }
}
