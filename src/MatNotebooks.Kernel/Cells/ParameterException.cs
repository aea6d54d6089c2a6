namespace MatNotebooks.Kernel.Cells;

/// <summary>A parameter given from outside that the notebook does not have, or whose value does not fit.</summary>
internal sealed class ParameterException(string message) : Exception(message);
