using static TorchSharp.torch;

namespace MatNotebooks.Models;

/// <summary>
/// Draws a model's initial weights from a seed of its own, until disposed. libtorch's default generator belongs to the whole process, so
/// that two models cannot be built at the same time; whoever comes second waits.
/// </summary>
internal sealed class InitialWeights : IDisposable
{
    private static readonly Lock OneAtATime = new();

    private InitialWeights()
    {
    }

    /// <summary>Takes the default generator and seeds it.</summary>
    public static InitialWeights From(int seed)
    {
        OneAtATime.Enter();
        random.manual_seed(seed);
        return new();
    }

    /// <inheritdoc/>
    public void Dispose() => OneAtATime.Exit();
}
