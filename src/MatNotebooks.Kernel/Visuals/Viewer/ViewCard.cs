using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>What stands round a scene and how it is first seen: the same for crystals, molecules and trajectories.</summary>
/// <param name="Heading">Title above the picture.</param>
/// <param name="Words">What it shows, in words.</param>
/// <param name="Width">Width | CSS pixels.</param>
/// <param name="Height">Height | CSS pixels.</param>
/// <param name="Elements">The elements of the legend.</param>
internal sealed record ViewCard(string Heading, string Words, int Width, int Height, ImmutableArray<Element> Elements)
{
    /// <summary>Colour bars at the right.</summary>
    internal ImmutableArray<ColorBar> Bars { get; init; } = [];

    /// <summary>Whether the elements' own colours are shown; else grey balls of each element's size tell them apart.</summary>
    internal bool ByElement { get; init; } = true;

    /// <summary>What arrows mean, at the lower right; null for no arrows.</summary>
    internal string? Caption { get; init; }

    /// <summary>Degrees per 25 ms.</summary>
    internal double Spin { get; init; }

    /// <summary>How it is first seen.</summary>
    internal Look First { get; init; } = Look.Slanted;

    /// <summary>The looks a reader may choose, by the letter on their button.</summary>
    internal IReadOnlyDictionary<string, Look> Looks { get; init; } = ImmutableSortedDictionary<string, Look>.Empty;

    /// <summary>What each frame of a trajectory is called, beside its slider.</summary>
    internal ImmutableArray<string> FrameNames { get; init; } = [];

    internal static ViewCard Of(CrystalView view, string words)
    {
        var frame = new SceneFrame(view.Crystal.Lattice, view.Supercell);
        var (a, b, c) = (frame.Turn(view.Crystal.Lattice.A), frame.Turn(view.Crystal.Lattice.B), frame.Turn(view.Crystal.Lattice.C));
        var looks = new SortedDictionary<string, Look> { ["a"] = Look.Against(a, c), ["b"] = Look.Against(b, c), ["c"] = Look.Against(c, b) };
        return new(view.Heading, words, view.Width, view.Height, Legend(view.Crystal.Composition))
        {
            Bars = [.. new[] { view.Weights?.ToColorBar(), view.AtomColors?.ToColorBar() }.OfType<ColorBar>()],
            ByElement = view.AtomColors is null,
            Caption = view.Vectors is { } vectors ? ArrowWords(vectors) : null,
            Spin = view.Spin,
            Looks = looks,
            First = view.Direction switch
            {
                ViewDirection.AlongA => looks["a"],
                ViewDirection.AlongB => looks["b"],
                ViewDirection.AlongC => looks["c"],
                _ => Look.Slanted,
            },
        };
    }

    internal static string ArrowWords(AtomVectors vectors) =>
        $"longest arrow: {vectors.Axis.Label} {Quantity.Of(Arrows.Greatest(vectors), 3, vectors.Axis.Unit)}";

    internal static ImmutableArray<Element> Legend(Composition composition) => [.. composition.Elements.OrderBy(element => element.Number)];

    /// <summary>The four forms; the picture is of the last scene.</summary>
    internal MimeBundle Bundle(ImmutableArray<CrystalScene> scenes, ImmutableArray<SiteNote> notes)
    {
        var stage = Stage.Of(this, scenes);
        var (content, picture) = (CrystalContent.Of(this, scenes, stage, notes), CrystalPicture.Of(this, scenes[^1], stage));
        return new Fragment(PageLibrary.Viewer, content, picture, Words, Width, Height).Bundle();
    }
}
