using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>The inner loop of message passing: everything between the linear maps of atoms and the sum over neighbours.</summary>
/// <remarks>
/// Every implementation computes the same numbers; <see cref="ComposedMessages"/> is the definition, runs on every device and is the
/// oracle of the others.
/// </remarks>
internal interface IMessageKernel
{
    /// <summary>Forms the message of every shell, weighs it by its attention and sums it into its receiver.</summary>
    /// <param name="own">The receiver's part, (atoms, 2 × width).</param>
    /// <param name="neighbor">The sender's part, (atoms, 2 × width).</param>
    /// <param name="edgeWeight">Maps Gaussians to the edge's part, (gaussians, 2 × width).</param>
    /// <param name="scoreWeight">Maps a message to its attention, (width, 1).</param>
    /// <param name="scoreBias">Bias of the attention, (1).</param>
    /// <param name="batch">The batch.</param>
    /// <param name="edges">Attributes of its shells.</param>
    /// <returns>The sums, (atoms, width), and the attention of each shell times its envelope, 0 to 1, (shells, 1).</returns>
    (Tensor Sum, Tensor Attention) Run(
        Tensor own, Tensor neighbor, Tensor edgeWeight, Tensor scoreWeight, Tensor scoreBias, BatchEdges batch, EdgeAttributes edges);
}
