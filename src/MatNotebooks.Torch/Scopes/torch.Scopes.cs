namespace TorchSharp;

public static partial class torch
{
    /// <summary>The innermost dispose scope of this thread, or null.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScope.Current;

    /// <summary>Begins a scope that disposes every tensor created on this thread until it ends: one around every training step.</summary>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>Runs an expression in a dispose scope of its own; only its result lives on.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }

    /// <summary>Switches the recording of gradients off on this thread until disposed. New threads start with it on.</summary>
    public static IDisposable no_grad() => new AutoGradMode(false);

    /// <summary>Switches the recording of gradients on (or off) on this thread until disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new AutoGradMode(enabled);

    /// <summary>Switches the recording of gradients on or off on this thread until disposed.</summary>
    public static IDisposable set_grad_enabled(bool mode = true) => new AutoGradMode(mode);

    /// <summary>Whether operations on this thread are recorded for gradients.</summary>
    public static bool is_grad_enabled() => AutoGradMode.IsEnabled;
}
