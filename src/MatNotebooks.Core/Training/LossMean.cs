using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Training;

/// <summary>The mean loss of an epoch's steps. That of steps on a GPU is added up there and read once.</summary>
/// <param name="explode">Makes the error for a loss that is not finite.</param>
internal sealed class LossMean(Func<double, Exception> explode) : IDisposable
{
    private Tensor? onDevice;
    private double sum;
    private int steps;

    /// <summary>Adds a step's loss, or this process's share of it; on the processor it must be finite.</summary>
    public void Add(Tensor loss)
    {
        steps++;
        if (loss.device.type == DeviceType.CPU)
        {
            using var whole = loss.detach().clone();
            Peers.Sum(whole);
            sum += Finite(whole.ToDouble());
            return;
        }
        using var still = no_grad();
        onDevice ??= zeros(1, loss.dtype, loss.device).DetachFromDisposeScope();
        onDevice.add_(loss);
    }

    /// <summary>The mean.</summary>
    public double Value() => Finite(sum + (onDevice?.ToDouble() ?? 0)) / steps;

    /// <inheritdoc/>
    public void Dispose() => onDevice?.Dispose();

    private double Finite(double value) => double.IsFinite(value) ? value : throw explode(value);
}
