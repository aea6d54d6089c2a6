using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Angles;

/// <summary>
/// What an atom hears of the angles between its bonds: Σ over pairs of bonds of f(u, d_u) f(u', d_u') P_l(cos of the angle), for orders l of
/// 1 to 4, as the length of a sum over bonds of f times the harmonics of its direction, so that pairs are never listed.
/// </summary>
/// <remarks>The sums over bonds are those of Thompson et al., J. Comput. Phys. 285, 316 (2015), and Drautz, Phys. Rev. B 99, 014104 (2019).</remarks>
internal sealed class AngleMessages : nn.Module
{
    private const double Lift = 4; // brings the squares of fresh weights near 1

    private readonly Linear neighbor, edge, mix;
    private readonly int channels;

    public AngleMessages(int width, int gaussians, int channels)
        : base(nameof(AngleMessages))
    {
        this.channels = channels;
        neighbor = nn.Linear(width, channels);
        edge = nn.Linear(gaussians, channels, hasBias: false);
        mix = nn.Linear(channels * (Harmonics.First.Count - 1), width, hasBias: false);
        RegisterComponents();
    }

    /// <summary>What each atom hears, (atoms, width) to the same.</summary>
    public Tensor Of(Tensor atoms, ShellDirections directions, BatchEdges batch, EdgeAttributes edges)
    {
        var values = batch.OfSenders(neighbor.call(atoms)) * edge.call(edges.Gaussians) * (edges.Envelope * Lift);
        var squares = DirectedSum.Of(values, directions, batch).view(-1, channels, Harmonics.Count).square();
        var lengths = Enumerable.Range(1, Harmonics.First.Count - 1)
            .Select(order => squares.narrow(2, Harmonics.First[order - 1], Harmonics.First[order] - Harmonics.First[order - 1]).sum(2));
        return mix.call(cat([.. lengths], 1).log1p()); // squares run over decades; their logarithms do not
    }
}
