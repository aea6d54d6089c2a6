namespace MatNotebooks.Kernel.Session;

/// <summary>A value typed by hand that is not of the type its variable has.</summary>
internal sealed class LiteralException(string message) : Exception(message);
