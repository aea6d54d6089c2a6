using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Viewer;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>
/// A crystal as balls and sticks in its cell, lattice vector c upwards. On a page it turns by itself; dragging turns it by hand,
/// after a click the wheel zooms, and a click on an atom says its site: element, coordinates, neighbours, value.
/// </summary>
/// <remarks>
/// Views do not change: <c>new CrystalView(crystal).WithPolyhedra("Ti") with { Supercell = (2, 2, 1) }</c> makes another.
/// </remarks>
public sealed record CrystalView : IRichDisplay
{
    /// <summary>Shows one cell of a crystal, with the atoms on its faces repeated, and bonds between nearest neighbours.</summary>
    public CrystalView(Crystal crystal) => Crystal = crystal;

    /// <summary>The crystal.</summary>
    public Crystal Crystal { get; init; }

    /// <summary>Title above the picture; null, the default, for formula and id.</summary>
    public string? Title { get; init; }

    /// <summary>Width | CSS pixels. The default is 720.</summary>
    public int Width { get; init; } = 720;

    /// <summary>Height | CSS pixels. The default is 480.</summary>
    public int Height { get; init; } = 480;

    /// <summary>Cells along a, b and c, each at least 1. The default is (1, 1, 1). At most 4,000 atoms are drawn.</summary>
    public (int A, int B, int C) Supercell { get; init; } = (1, 1, 1);

    /// <summary>Whether atoms on faces, edges and corners of the cell are repeated on the opposite side. The default is true.</summary>
    public bool RepeatOnFaces { get; init; } = true;

    /// <summary>Whether neighbours are joined by sticks. The default is true.</summary>
    public bool Bonds { get; init; } = true;

    /// <summary>How large the atoms are. The default is <see cref="AtomStyle.BallAndStick"/>.</summary>
    public AtomStyle Style { get; init; }

    /// <summary>What is written on the atoms, up to 400 of them. The default is <see cref="AtomLabels.None"/>.</summary>
    public AtomLabels Labels { get; init; }

    /// <summary>From where it is first seen. The default is <see cref="ViewDirection.Slanted"/>.</summary>
    public ViewDirection Direction { get; init; }

    /// <summary>How fast it turns | degrees per 25 ms, 0 for a crystal at rest. The default is 0.6 where it is seen at a slant, else 0.</summary>
    public double Spin
    {
        get => spin ?? (Direction == ViewDirection.Slanted ? 0.6 : 0);
        init => spin = value;
    }

    /// <summary>A quantity that colours the atoms, one value per site; null, the default, for the elements' own colours.</summary>
    public ColorValues? AtomColors { get; init; }

    /// <summary>
    /// Weights drawn as thickness and colour of half sticks, each at its receiving site, in place of bonds; null, the default, for none.
    /// </summary>
    public BondWeights? Weights { get; init; }

    /// <summary>Coordination polyhedra; null, the default, for none.</summary>
    public CoordinationPolyhedra? Polyhedra { get; init; }

    /// <summary>An arrow on every atom; null, the default, for none.</summary>
    public AtomVectors? Vectors { get; init; }

    /// <summary>The same view with atoms coloured by a quantity.</summary>
    /// <param name="quantity">What the values measure.</param>
    /// <param name="values">One value per site.</param>
    public CrystalView WithAtomValues(Axis quantity, IReadOnlyList<double> values) => this with { AtomColors = new(quantity, values) };

    /// <summary>The same view with weights of bonds, such as the attention of a graph network on its edges.</summary>
    /// <param name="quantity">What the weights measure.</param>
    /// <param name="weights">One per edge, drawn at the receiving site.</param>
    public CrystalView WithBondWeights(Axis quantity, IReadOnlyList<BondWeight> weights) => this with { Weights = new(quantity, weights) };

    /// <summary>The same view with coordination polyhedra.</summary>
    /// <param name="centers">The elements they stand round; none for every atom whose neighbours are all more electronegative.</param>
    public CrystalView WithPolyhedra(params IReadOnlyList<Element> centers) =>
        this with { Polyhedra = new() { Centers = centers.Count == 0 ? null : centers } };

    /// <summary>The same view with an arrow on every atom.</summary>
    /// <param name="quantity">What the vectors measure, such as <c>"force (eV/Å)"</c>.</param>
    /// <param name="vectors">One per site, in Cartesian components.</param>
    public CrystalView WithVectors(Axis quantity, IReadOnlyList<Cartesian> vectors) => this with { Vectors = new(quantity, vectors) };

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Values, weights or vectors do not fit the crystal, or more than 4,000 atoms would be drawn.</exception>
    public MimeBundle ToMimeBundle()
    {
        var coordination = Coordination.Of(Crystal);
        var scene = SceneBuilder.Build(this, coordination);
        return ViewCard.Of(this, CrystalWords.Of(this, coordination)).Bundle([scene], SiteNotes.Of(this, coordination));
    }

    internal string Heading => Title ?? (Crystal.Id is { } id && id != Crystal.Composition.ReducedFormula ? $"{ShownFormula} · {id}" : ShownFormula);

    private readonly double? spin;

    private string ShownFormula => Formula.Subscripted(Crystal.Composition.ReducedFormula);
}
