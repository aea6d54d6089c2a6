using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Whether operations are recorded for gradients, on this thread, until disposed; then as before.</summary>
internal sealed class AutoGradMode : IDisposable
{
    private readonly bool _before;

    internal AutoGradMode(bool enabled)
    {
        _before = IsEnabled;
        Shim.shim_set_grad_mode(enabled ? 1 : 0);
    }

    /// <summary>Whether operations on this thread are recorded.</summary>
    internal static bool IsEnabled => Shim.shim_grad_mode() != 0;

    /// <summary>Restores what was before.</summary>
    public void Dispose() => Shim.shim_set_grad_mode(_before ? 1 : 0);
}
