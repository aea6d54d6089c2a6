namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>The shape of a point.</summary>
internal enum Symbol
{
    Circle,
    Square,
    Diamond,
    Triangle,
    Cross,
    Ring,
}
