namespace MatNotebooks.Kernel.Tests.Protocol;

/// <summary>Tests that drive the kernel with Jupyter's own client; skipped where Debian's Python has none.</summary>
internal sealed class JupyterTheoryAttribute : TheoryAttribute
{
    public JupyterTheoryAttribute() => Skip = JupyterFactAttribute.Lacking;
}
