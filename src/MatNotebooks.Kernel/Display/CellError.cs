namespace MatNotebooks.Kernel.Display;

/// <summary>Why a cell failed, in the three parts Jupyter shows.</summary>
/// <param name="Name">The exception's type, or "CompileError".</param>
/// <param name="Value">The message, one line.</param>
/// <param name="Traceback">Lines to print, innermost last; the first names cell and line.</param>
internal sealed record CellError(string Name, string Value, IReadOnlyList<string> Traceback);
