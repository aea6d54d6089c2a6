using System.Collections.Immutable;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Viewer;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>
/// A crystal in several states, such as the steps of a relaxation: on a page a slider goes through them, elsewhere the last one shows.
/// </summary>
public sealed record CrystalTrajectory : IRichDisplay
{
    private const int MostAtoms = 60_000; // of all frames together, some 2 MB on a page

    /// <summary>Builds a trajectory.</summary>
    /// <param name="frames">The states in their order, at least one, each with the same sites.</param>
    /// <exception cref="ArgumentException">No frame, or a frame with other sites than the first.</exception>
    public CrystalTrajectory(IReadOnlyList<Crystal> frames)
    {
        Same.NotEmpty(frames.Count, "frames");
        for (var index = 1; index < frames.Count; index++)
            if (!frames[index].Sites.Select(site => site.Element).SequenceEqual(frames[0].Sites.Select(site => site.Element)))
                throw new ArgumentException(
                    $"Frame {index} holds {frames[index].Composition} on {frames[index].Sites.Length} sites, frame 0 {frames[0].Composition} on {frames[0].Sites.Length}; every frame of a trajectory needs the same sites in the same order.");
        Frames = frames;
    }

    /// <summary>The states in their order.</summary>
    public IReadOnlyList<Crystal> Frames { get; }

    /// <summary>A quantity told of each frame, such as its energy; null, the default, for none.</summary>
    public FrameValues? Values { get; init; }

    /// <summary>
    /// How each frame is shown; the default is as <see cref="CrystalView"/> shows it, at rest. As <c>view => view.WithPolyhedra("Ti")</c>.
    /// </summary>
    public Func<CrystalView, CrystalView> Show { get; init; } = view => view;

    /// <summary>The same trajectory with a quantity told of each frame.</summary>
    /// <param name="quantity">What the values measure.</param>
    /// <param name="values">One value per frame.</param>
    public CrystalTrajectory WithValues(Axis quantity, IReadOnlyList<double> values) => this with { Values = new(quantity, values) };

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Values do not fit the frames, or more atoms would be drawn than a page should carry.</exception>
    public MimeBundle ToMimeBundle()
    {
        if (Values is { } values) Same.Count(values.Values.Count, "Values", Frames.Count, "frames");
        CrystalView[] views = [.. Frames.Select(frame => Show(new CrystalView(frame) { Spin = 0 }) with { Crystal = frame })];
        Coordination[] bonds = [.. Frames.Select(Coordination.Of)];
        var drawn = 0L;
        var scenes = ImmutableArray.CreateBuilder<CrystalScene>(views.Length);
        foreach (var (index, view) in views.Index())
        {
            scenes.Add(SceneBuilder.Build(view, bonds[index], Frames[^1]));
            drawn += scenes[^1].Atoms.Length;
            if (drawn > MostAtoms)
                throw new ArgumentException(
                    $"{Frames.Count:N0} frames draw more than {MostAtoms:N0} atoms together (frame {index} is where it ends); take every nth frame, or fewer cells.");
        }
        var card = ViewCard.Of(views[^1], Words(views[^1])) with { FrameNames = [.. Enumerable.Range(0, Frames.Count).Select(FrameName)] };
        return card.Bundle(scenes.ToImmutable(), SiteNotes.Of(views[^1], bonds[^1]));
    }

    private string FrameName(int index)
    {
        var value = Values is { } values ? $" · {values.Axis.Label} {Quantity.Of(values.Values[index], 5, values.Axis.Unit)}" : "";
        return $"frame {index}/{Frames.Count - 1}{value}";
    }

    private string Words(CrystalView last)
    {
        var (first, end) = (Frames[0].Lattice.Volume, Frames[^1].Lattice.Volume);
        var farthest = Enumerable.Range(0, Frames[0].Sites.Length).Select(site => (Site: site, Length: Moved(site))).MaxBy(site => site.Length);
        List<string> lines =
        [
            $"Trajectory of {last.Heading}: {Frames.Count} frames of {Frames[0].Sites.Length} sites.",
            $"Volume from {first:0.##} to {end:0.##} Å³; {Frames[0].Sites[farthest.Site].Element.Symbol} (site {farthest.Site}) moves farthest, {farthest.Length:0.###} Å.",
        ];
        if (Values is { } values)
            lines.Add($"{values.Axis.Label} from {Quantity.Of(values.Values[0], 5, values.Axis.Unit)} to {Quantity.Of(values.Values[^1], 5, values.Axis.Unit)}.");
        return string.Join('\n', lines);
    }

    // In the last frame's cell, by the shortest way: crossing a face is no jump.
    private double Moved(int site)
    {
        var moved = Frames[^1].Sites[site].Position - Frames[0].Sites[site].Position;
        return Frames[^1].Lattice.ToCartesian(new(Centered(moved.A), Centered(moved.B), Centered(moved.C))).Length;
    }

    private static double Centered(double value) => value - Math.Round(value);
}
