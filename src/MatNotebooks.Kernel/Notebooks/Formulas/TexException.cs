namespace MatNotebooks.Kernel.Notebooks.Formulas;

/// <summary>A formula that uses TeX this program does not know; it is then shown as it was typed.</summary>
internal sealed class TexException(string message) : Exception(message);
