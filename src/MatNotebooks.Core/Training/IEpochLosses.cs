using static TorchSharp.torch;

namespace MatNotebooks.Training;

/// <summary>The losses of the steps of an epoch, one after the other.</summary>
internal interface IEpochLosses : IDisposable
{
    /// <summary>What the next step makes small | no unit, no dimensions.</summary>
    /// <param name="step">The step, counted from 0; each once, in order.</param>
    Tensor Of(int step);
}
