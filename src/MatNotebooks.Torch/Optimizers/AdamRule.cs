using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW have in common: their settings.</summary>
internal sealed record AdamSettings(double Beta1, double Beta2, double Epsilon, double WeightDecay, bool AmsGrad, bool Maximize)
{
    /// <summary>Whether weights decay by themselves (AdamW) and not through the gradient (Adam).</summary>
    internal bool Decoupled { get; init; }
}

/// <summary>What Adam remembers of a parameter: the means of its gradients and of their squares.</summary>
internal sealed class AdamMemory(Tensor mean, Tensor square, Tensor? largest)
{
    internal long Steps { get; set; }

    internal Tensor Mean { get; private set; } = mean;

    internal Tensor Square { get; private set; } = square;

    internal Tensor? Largest { get; private set; } = largest;

    internal static AdamMemory Of(Parameter parameter, bool amsGrad) => new(
        zeros_like(parameter).DetachFromDisposeScope(),
        zeros_like(parameter).DetachFromDisposeScope(),
        amsGrad ? zeros_like(parameter).DetachFromDisposeScope() : null);

    internal void MoveTo(Device device)
    {
        Mean = Mean.to(device, disposeAfter: true).DetachFromDisposeScope();
        Square = Square.to(device, disposeAfter: true).DetachFromDisposeScope();
        Largest = Largest?.to(device, disposeAfter: true).DetachFromDisposeScope();
    }

    internal void Free()
    {
        Mean.Dispose();
        Square.Dispose();
        Largest?.Dispose();
    }
}

/// <summary>Adam's step (Kingma and Ba 2015; AdamW: Loshchilov and Hutter 2019; AMSGrad: Reddi et al. 2018).</summary>
internal static class AdamRule
{
    internal static void Step(Parameter parameter, Tensor gradient, AdamMemory memory, AdamSettings rule, double rate)
    {
        memory.Steps++;
        if (CanFuse(parameter, gradient, memory))
            FusedStep(parameter, gradient, memory, rule, rate);
        else
            ComposedStep(parameter, gradient, memory, rule, rate);
    }

    /// <summary>The same out of libtorch's operators: on a GPU, in double precision, and what the fused one is tested against.</summary>
    internal static void ComposedStep(Parameter parameter, Tensor gradient, AdamMemory memory, AdamSettings rule, double rate)
    {
        using var scope = NewDisposeScope();
        if (rule.Maximize)
            gradient = gradient.neg();
        if (rule.Decoupled)
            parameter.mul_(1 - (rate * rule.WeightDecay));
        else if (rule.WeightDecay != 0)
            gradient = gradient.add(parameter, rule.WeightDecay);
        memory.Mean.mul_(rule.Beta1).add_(gradient, 1 - rule.Beta1);
        memory.Square.mul_(rule.Beta2).addcmul_(gradient, gradient, 1 - rule.Beta2);
        if (memory.Largest is { } largest)
            largest.copy_(torch.maximum(largest, memory.Square));
        var (first, second) = Corrections(memory, rule);
        var spread = (memory.Largest ?? memory.Square).sqrt().div_(Math.Sqrt(second)).add_(rule.Epsilon);
        parameter.addcdiv_(memory.Mean, spread, -rate / first);
    }

    private static (double First, double Second) Corrections(AdamMemory memory, AdamSettings rule)
        => (1 - Math.Pow(rule.Beta1, memory.Steps), 1 - Math.Pow(rule.Beta2, memory.Steps));

    private static bool CanFuse(Parameter parameter, Tensor gradient, AdamMemory memory)
        => memory.Largest is null && IsPlain(parameter) && IsPlain(gradient) && IsPlain(memory.Mean) && IsPlain(memory.Square);

    private static bool IsPlain(Tensor tensor) => tensor.dtype == ScalarType.Float32 && tensor.is_contiguous() && tensor.is_cpu();

    /// <summary>All of it in one pass over memory: libtorch's operators take eight.</summary>
    private static void FusedStep(Parameter parameter, Tensor gradient, AdamMemory memory, AdamSettings rule, double rate)
    {
        var (first, second) = Corrections(memory, rule);
        var pass = new Pass
        {
            Sign = rule.Maximize ? -1 : 1,
            Shrink = rule.Decoupled ? (float)(1 - (rate * rule.WeightDecay)) : 1,
            Decay = rule.Decoupled ? 0 : (float)rule.WeightDecay,
            Beta1 = (float)rule.Beta1,
            Rest1 = (float)(1 - rule.Beta1),
            Beta2 = (float)rule.Beta2,
            Rest2 = (float)(1 - rule.Beta2),
            Spread = (float)(1 / Math.Sqrt(second)),
            Epsilon = (float)rule.Epsilon,
            Rate = (float)(rate / first),
        };
        pass.Run(parameter.Elements<float>(), gradient.Elements<float>(), memory.Mean.Elements<float>(), memory.Square.Elements<float>());
        Shim.shim_tensor_bump_version(parameter.Handle);
        Shim.shim_tensor_bump_version(memory.Mean.Handle);
        Shim.shim_tensor_bump_version(memory.Square.Handle);
        GC.KeepAlive((parameter, gradient, memory));
    }

    private readonly ref struct Pass
    {
        internal required float Sign { get; init; }

        internal required float Shrink { get; init; }

        internal required float Decay { get; init; }

        internal required float Beta1 { get; init; }

        internal required float Rest1 { get; init; }

        internal required float Beta2 { get; init; }

        internal required float Rest2 { get; init; }

        internal required float Spread { get; init; }

        internal required float Epsilon { get; init; }

        internal required float Rate { get; init; }

        internal void Run(Span<float> parameter, ReadOnlySpan<float> gradient, Span<float> mean, Span<float> square)
        {
            var p = MemoryMarshal.Cast<float, Vector<float>>(parameter);
            var g = MemoryMarshal.Cast<float, Vector<float>>(gradient);
            var m = MemoryMarshal.Cast<float, Vector<float>>(mean);
            var s = MemoryMarshal.Cast<float, Vector<float>>(square);
            for (var i = 0; i < p.Length; i++)
            {
                var weight = p[i] * Shrink;
                var slope = (g[i] * Sign) + (weight * Decay);
                m[i] = (m[i] * Beta1) + (slope * Rest1);
                s[i] = (s[i] * Beta2) + (slope * slope * Rest2);
                p[i] = weight - (m[i] * Rate / ((Vector.SquareRoot(s[i]) * Spread) + new Vector<float>(Epsilon)));
            }
            for (var i = p.Length * Vector<float>.Count; i < parameter.Length; i++)
            {
                var weight = parameter[i] * Shrink;
                var slope = (gradient[i] * Sign) + (weight * Decay);
                mean[i] = (mean[i] * Beta1) + (slope * Rest1);
                square[i] = (square[i] * Beta2) + (slope * slope * Rest2);
                parameter[i] = weight - (mean[i] * Rate / ((MathF.Sqrt(square[i]) * Spread) + Epsilon));
            }
        }
    }
}
