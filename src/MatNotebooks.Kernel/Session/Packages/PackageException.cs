namespace MatNotebooks.Kernel.Session.Packages;

/// <summary>A package that a cell asks for cannot be had; the message says why and what to do.</summary>
internal sealed class PackageException(string message) : Exception(message);
