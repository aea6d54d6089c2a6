namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>A rectangle of the window | CSS pixels.</summary>
internal sealed record PageBox(double Left, double Top, double Width, double Height);
