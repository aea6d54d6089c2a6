using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace MatNotebooks.Models.Layers;

/// <summary>
/// The sum of a tensor over the processes that train together. Every process goes on with the whole sum, so the gradient is the sum of
/// what each sends back; all must sum in the same order.
/// </summary>
internal sealed class PeerSum : SingleTensorFunction<PeerSum>
{
    public override string Name => nameof(PeerSum);

    /// <summary>The sum; the tensor itself in a process that trains alone.</summary>
    public static Tensor Of(Tensor own) => distributed.is_initialized() ? apply(own) : own;

    public override Tensor forward(AutogradContext ctx, params object[] vars) => Summed((Tensor)vars[0]);

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [Summed(grad_output)];

    private static Tensor Summed(Tensor own)
    {
        var sum = own.contiguous().clone();
        distributed.all_reduce(sum);
        return sum;
    }
}
