using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>The fused messages as one step of a recorded history.</summary>
internal sealed unsafe class MessageNode : MultiTensorFunction<MessageNode>
{
    public override string Name => nameof(MessageNode);

    public override List<Tensor> forward(AutogradContext ctx, params object[] vars)
    {
        var tensors = vars.OfType<Tensor>().ToList();
        var shells = (MessageShells)vars[5];
        ctx.save_for_backward([.. tensors]);
        ctx.save_data("shells", shells);
        ctx.set_materialize_grads(false);
        using var rows = new MessageRows(tensors, shells);
        var sum = empty(tensors[0].shape[0], rows.Width);
        var attention = empty(shells.Shells.Senders.Length, 1);
        MessagePasses.Forward(rows.Arguments, shells.Cuts, Elements.Of(sum), Elements.Of(attention));
        return [sum, attention];
    }

    public override List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs)
    {
        var shells = (MessageShells)ctx.get_data("shells")!;
        using var rows = new MessageRows(ctx.get_saved_variables(), shells);
        using var ofSum = Given(grad_outputs[0]) ? grad_outputs[0].contiguous() : zeros(rows.Atoms, rows.Width);
        using var ofAttention = Given(grad_outputs[1]) ? grad_outputs[1].contiguous() : null;
        var own = empty(rows.Atoms, 2 * rows.Width);
        var neighbor = zeros(rows.Atoms, 2 * rows.Width);
        var edge = zeros(rows.Gaussians, 2 * rows.Width);
        var score = zeros(rows.Width + 1, 1);
        var gradients = new MessageGradients
        {
            Sum = Elements.Of(ofSum),
            Attention = ofAttention is null ? null : Elements.Of(ofAttention),
            Pair = new() { Own = Elements.Of(own), Neighbor = Elements.Of(neighbor), Edge = Elements.Of(edge) },
            Score = Elements.Of(score),
        };
        MessagePasses.Backward(rows.Arguments, gradients, rows.Gaussians, shells.Cuts);
        return [own, neighbor, edge, score.narrow(0, 0, rows.Width), score.narrow(0, rows.Width, 1).view(1), null!];
    }

    private static bool Given(Tensor? gradient) => gradient is { IsInvalid: false };
}
