using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Training;

/// <summary>Shortens gradients that are too long, leaves out steps whose gradient is not finite, and ends a training that has nothing else.</summary>
/// <param name="limit">Greatest length.</param>
internal sealed class GradientGuard(double limit)
{
    /// <summary>Steps without a finite gradient, one after the other, that end a training.</summary>
    public const int Most = 10;

    private int unusable;

    /// <summary>Makes the gradients fit for a step.</summary>
    /// <param name="model">The network.</param>
    /// <returns>Whether the step may be made. On a GPU it always may: what is not finite there shows in the epoch's loss, for asking would wait.</returns>
    /// <exception cref="InvalidOperationException">The gradient was not finite in too many steps.</exception>
    public bool Pass(nn.Module model)
    {
        if (model.parameters().First().is_cuda)
        {
            ShortenUnasked(model);
            return true;
        }
        var length = nn.utils.clip_grad_norm_(model.parameters(), limit);
        unusable = double.IsFinite(length) ? 0 : unusable + 1;
        if (unusable < Most) return unusable == 0;
        throw new InvalidOperationException(
            $"The gradient of {model.GetName()} is not finite in {Most} steps one after the other, though its loss is; lower the learning rate, or look for extreme targets or conditions.");
    }

    /// <summary>The same without the host waiting for the length.</summary>
    internal void ShortenUnasked(nn.Module model)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        Tensor[] gradients = [.. model.parameters().Select(parameter => parameter.grad).OfType<Tensor>()];
        if (gradients.Length == 0) return;
        var length = stack([.. gradients.Select(gradient => gradient.norm())]).norm();
        var factor = (limit / (length + 1e-6)).clamp(null, 1.0);
        foreach (var gradient in gradients) gradient.mul_(factor);
    }
}
