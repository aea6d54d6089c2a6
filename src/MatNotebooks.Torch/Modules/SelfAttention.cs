using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Attention of every step to every step, in several heads (Vaswani et al. 2017): (steps, batch, width) to the same.</summary>
internal sealed class SelfAttention : nn.Module<Tensor, Tensor?, Tensor?, Tensor>
{
    private readonly Parameter in_proj_weight;
    private readonly Parameter in_proj_bias;
    private readonly Linear out_proj;
    private readonly long _heads;
    private readonly double _dropout;

    internal SelfAttention(long width, long heads, double dropout, Device? device, ScalarType? dtype)
        : base(nameof(SelfAttention))
    {
        if (heads < 1 || width % heads != 0)
            throw new ArgumentException($"A width of {width} does not divide into {heads} heads");
        (_heads, _dropout) = (heads, dropout);
        in_proj_weight = new Parameter(empty(3 * width, width, dtype, device));
        nn.init.xavier_uniform_(in_proj_weight);
        in_proj_bias = new Parameter(zeros(3 * width, dtype, device));
        out_proj = new Linear(width, width, true, device, dtype);
        nn.init.zeros_(out_proj.bias!);
        RegisterComponents();
    }

    /// <param name="input1">(steps, batch, width).</param>
    /// <param name="input2">Added to the scores, (steps, steps), or null.</param>
    /// <param name="input3">True for steps nothing may attend to, (batch, steps), or null.</param>
    public override Tensor forward(Tensor input1, Tensor? input2, Tensor? input3)
    {
        using var scope = NewDisposeScope();
        var (steps, batch, width) = (input1.shape[0], input1.shape[1], input1.shape[2]);
        var parts = nn.functional.linear(input1, in_proj_weight, in_proj_bias).view(steps, batch, 3, _heads, width / _heads).permute(2, 1, 3, 0, 4);
        var mask = input2;
        if (input3 is not null)
        {
            var hidden = zeros(batch, 1, 1, steps, input1.dtype, input1.device).masked_fill(input3.view(batch, 1, 1, steps), double.NegativeInfinity);
            mask = mask is null ? hidden : mask + hidden;
        }
        var mixed = nn.functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], mask, training ? _dropout : 0);
        return out_proj.call(mixed.permute(2, 0, 1, 3).reshape(steps, batch, width)).MoveToOuterDisposeScope();
    }
}
