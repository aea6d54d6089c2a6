using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>Guesses the attribute of each edge from the embeddings of its two atoms; the error is Eq. 13 as a mean over edges.</summary>
internal sealed class EdgeReconstruction : nn.Module
{
    private readonly Linear own, neighbor, guess;

    public EdgeReconstruction(int width)
        : base(nameof(EdgeReconstruction))
    {
        (own, neighbor, guess) = (nn.Linear(width, width), nn.Linear(width, width, hasBias: false), nn.Linear(width, 1));
        RegisterComponents();
    }

    /// <summary>Mean of (w − ŵ)² over the edges of a batch, w the distance as a part of how far the pair is heard | no unit, no dimensions.</summary>
    public Tensor Loss(Tensor atoms, BatchEdges batch, EdgeAttributes edges)
    {
        var pair = nn.functional.silu(batch.OfReceivers(own.call(atoms)) + batch.OfSenders(neighbor.call(atoms)));
        var error = edges.Reduced - guess.call(pair);
        return (error * error * batch.Counts).sum() / batch.Counts.sum();
    }
}
