using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>Batch normalisation over rows and what a layer does with them, as one step of a recorded history.</summary>
/// <typeparam name="TStep">What is done with each normalised number.</typeparam>
internal sealed unsafe class NormNode<TStep> : SingleTensorFunction<NormNode<TStep>>
    where TStep : struct, INormStep
{
    public override string Name => "NormNode";

    /// <summary>The rows after the step, (rows, width).</summary>
    /// <param name="values">What is normalised, (rows, width).</param>
    /// <param name="before">What the result is added to, (rows, width).</param>
    /// <param name="keep">What dropout multiplies with, (rows, width); null without.</param>
    /// <param name="norm">The norm; whether it goes by the batch's own statistics, its mode says.</param>
    public static Tensor Of(Tensor values, Tensor before, Tensor? keep, BatchNorm1d norm) =>
        apply(values, before, norm.weight!, norm.bias!, RowNorm.Of(norm), norm.training, new Holder(keep));

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var (norm, learning, keep) = ((RowNorm)vars[4], (bool)vars[5], ((Holder)vars[6]).Tensor);
        var (values, before) = (((Tensor)vars[0]).contiguous(), ((Tensor)vars[1]).contiguous());
        var result = empty_like(before);
        var given = Arguments(values, before, keep) with { Result = Elements.Of(result) };
        var cuts = Parts.OfRows(values.shape[0]);
        var folded = learning ? NormPasses<TStep>.Measure(given, norm, cuts) : norm.AtRest();
        NormPasses<TStep>.Apply(given, folded, cuts);
        ctx.save_for_backward(keep is null ? [values, before] : [values, before, keep]);
        ctx.save_data("norm", folded);
        return result;
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        var folded = (FoldedNorm)ctx.get_data("norm")!;
        var saved = ctx.get_saved_variables();
        using var above = grad_output.contiguous();
        var (ofValues, ofBefore) = (empty_like(saved[0]), empty_like(saved[1]));
        var (weight, bias) = (empty(saved[0].shape[1]), empty(saved[0].shape[1]));
        var given = Arguments(saved[0], saved[1], saved.ElementAtOrDefault(2)) with
        {
            Above = Elements.Of(above),
            OfBefore = Elements.Of(ofBefore),
            OfValues = Elements.Of(ofValues),
        };
        var cuts = Parts.OfRows(saved[0].shape[0]);
        folded.TakeBack(NormPasses<TStep>.Return(given, folded, cuts), Elements.SpanOf(weight), Elements.SpanOf(bias));
        NormPasses<TStep>.Denormalize(given, folded, cuts);
        return [ofValues, ofBefore, weight, bias, null!, null!, null!];
    }

    private static NormArguments Arguments(Tensor values, Tensor before, Tensor? keep) => new()
    {
        Width = (int)values.shape[1],
        Values = Elements.Of(values),
        Before = Elements.Of(before),
        Keep = keep is null ? null : Elements.Of(keep),
    };

    /// <summary>Keeps the mask from counting as an input that has a gradient.</summary>
    private sealed record Holder(Tensor? Tensor);
}
