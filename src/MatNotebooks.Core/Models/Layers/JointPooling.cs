using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>
/// Joint edge–node readout (Eq. 12): Σ over edges of φ(h_u, h_v, w_uv), each fading out with its distance, and the same over atoms alone.
/// </summary>
internal sealed class JointPooling : ReadoutLayer
{
    private const double Share = 0.2; // as in MessageLayer

    private readonly Linear own, neighbor, edge, atom;
    private readonly bool mean;

    public JointPooling(int width, int gaussians, bool mean)
        : base(nameof(JointPooling))
    {
        this.mean = mean;
        own = nn.Linear(width, width);
        neighbor = nn.Linear(width, width, hasBias: false);
        edge = nn.Linear(gaussians, width, hasBias: false);
        atom = nn.Linear(width, width);
        RegisterComponents();
    }

    public override Tensor Pool(Tensor atoms, BatchEdges batch, EdgeAttributes edges)
    {
        var pair = nn.functional.silu(
            edge.call(edges.Gaussians) + batch.OfReceivers(own.call(atoms)) + batch.OfSenders(neighbor.call(atoms)));
        var perAtom = (batch.SumByReceiver(pair * edges.Weight) * Share) + nn.functional.silu(atom.call(atoms));
        var sum = batch.SumByCrystal(perAtom);
        return mean ? sum / batch.AtomCounts : sum;
    }
}
