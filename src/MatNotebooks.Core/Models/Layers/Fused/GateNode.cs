using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>CGCNN's gate from the linear maps of atoms to the sums over neighbours, as one step of a recorded history.</summary>
internal sealed unsafe class GateNode : SingleTensorFunction<GateNode>
{
    public override string Name => nameof(GateNode);

    /// <summary>Sums over neighbours, (atoms, width).</summary>
    /// <param name="own">The receiver's part, (atoms, 2 × width).</param>
    /// <param name="neighbor">The sender's part, (atoms, 2 × width).</param>
    /// <param name="edge">Maps Gaussians to the edge's part, (gaussians, 2 × width).</param>
    /// <param name="norm">The norm over edges, of 2 × width.</param>
    /// <param name="learning">Whether it goes by the batch's own statistics.</param>
    /// <param name="shells">What is not learned.</param>
    public static Tensor Of(Tensor own, Tensor neighbor, Tensor edge, RowNorm norm, bool learning, MessageShells shells)
    {
        if (learning || is_grad_enabled()) return apply(own, neighbor, edge, norm.Weight, norm.Bias, norm, learning, shells);
        using var rows = new GateRows(own, neighbor, edge, shells);
        var sum = empty(rows.Atoms, rows.Width);
        var folded = norm.AtRest();
        GatePasses.Sum(rows.Arguments with { Scale = folded.Scale, Shift = folded.Shift }, shells.Cuts, Elements.Of(sum));
        GC.KeepAlive(folded);
        return sum;
    }

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var (norm, learning, shells) = ((RowNorm)vars[5], (bool)vars[6], (MessageShells)vars[7]);
        using var rows = new GateRows((Tensor)vars[0], (Tensor)vars[1], (Tensor)vars[2], shells);
        var mapped = empty(shells.Shells.Senders.Length, 2 * rows.Width);
        var given = rows.Arguments with { Mapped = Elements.Of(mapped) };
        var folded = GatePasses.Map(given, shells, norm, learning);
        var sum = empty(rows.Atoms, rows.Width);
        GatePasses.Sum(given with { Scale = folded.Scale, Shift = folded.Shift }, shells.Cuts, Elements.Of(sum));
        ctx.save_for_backward([mapped]);
        ctx.save_data("shells", shells);
        ctx.save_data("norm", folded);
        ctx.save_data("gaussians", rows.Gaussians);
        return sum;
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        var (shells, folded, gaussians) = ((MessageShells)ctx.get_data("shells")!, (FoldedNorm)ctx.get_data("norm")!, (int)ctx.get_data("gaussians")!);
        var mapped = ctx.get_saved_variables()[0];
        using var above = grad_output.contiguous();
        var (atoms, length) = (above.shape[0], mapped.shape[1]);
        using var normalized = empty(mapped.shape[0], length);
        var (own, neighbor, edge) = (empty(atoms, length), zeros(atoms, length), zeros(gaussians, length));
        var (weight, bias) = (empty(length), empty(length));
        var given = new GateArguments
        {
            Width = (int)length / 2,
            Pair = shells.Pair(own, neighbor, edge), // of it only the shells and bands are read on the way back
            Counts = Elements.Of(shells.Counts),
            Mapped = Elements.Of(mapped),
            Scale = folded.Scale,
            Shift = folded.Shift,
        };
        var gradients = new GateGradients
        {
            Sum = Elements.Of(above),
            Normalized = Elements.Of(normalized),
            Mean = folded.Mean,
            Constant = folded.Constant,
            Slope = folded.Slope,
            Pair = new() { Own = Elements.Of(own), Neighbor = Elements.Of(neighbor), Edge = Elements.Of(edge) },
        };
        folded.TakeBack(GatePasses.Gate(given, gradients, shells.Cuts), Elements.SpanOf(weight), Elements.SpanOf(bias));
        GatePasses.Spread(given, gradients, gaussians, shells.Cuts);
        GC.KeepAlive(folded);
        return [own, neighbor, edge, weight, bias, null!, null!, null!];
    }
}
