using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>A linear map of many rows on all cores, as one step of a recorded history.</summary>
internal sealed unsafe class LinearNode : SingleTensorFunction<LinearNode>
{
    private const int Least = 256; // rows; fewer are mapped faster by libtorch's operator

    public override string Name => nameof(LinearNode);

    /// <summary>(rows, inputs) to (rows, outputs): by C#'s loops on the processor in single precision, else by libtorch.</summary>
    public static Tensor Of(Linear layer, Tensor rows)
    {
        if (!Elements.AreHere(rows) || rows.ndim != 2 || rows.shape[0] < Least) return layer.call(rows);
        return layer.bias is null ? apply(rows, layer.weight) : apply(rows, layer.weight, layer.bias);
    }

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        using var rows = ((Tensor)vars[0]).contiguous();
        var weight = (Tensor)vars[1];
        var result = empty(rows.shape[0], weight.shape[0]);
        using var turned = weight.t().contiguous();
        LinearPasses.Forward(rows, turned, vars.Length > 2 ? (Tensor)vars[2] : null, result);
        ctx.save_for_backward([(Tensor)vars[0], weight]);
        ctx.save_data("biased", vars.Length > 2);
        return result;
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        var saved = ctx.get_saved_variables();
        using var above = grad_output.contiguous();
        using var weight = saved[1].contiguous();
        using var rows = saved[0].contiguous();
        var (ofRows, ofWeight, ofBias) = (empty(rows.shape[0], rows.shape[1]), zeros_like(weight), zeros(weight.shape[0]));
        LinearPasses.OfRows(above, weight, ofRows);
        LinearPasses.OfWeights(above, rows, ofWeight, ofBias);
        return (bool)ctx.get_data("biased")! ? [ofRows, ofWeight, ofBias] : [ofRows, ofWeight];
    }
}
