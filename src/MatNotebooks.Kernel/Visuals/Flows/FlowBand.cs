namespace MatNotebooks.Kernel.Visuals.Flows;

/// <summary>A flow as a band between two stages, its height the same all the way; heights from the bottom.</summary>
/// <param name="From">The stage it leaves.</param>
/// <param name="To">The stage it reaches.</param>
/// <param name="Amount">How much flows.</param>
/// <param name="X">Places from left to right.</param>
/// <param name="Lower">Its lower edge there.</param>
/// <param name="Upper">Its upper edge there.</param>
internal sealed record FlowBand(FlowNode From, FlowNode To, double Amount, double[] X, double[] Lower, double[] Upper)
{
    internal double MiddleX => X[X.Length / 2];

    internal double MiddleY => (Lower[X.Length / 2] + Upper[X.Length / 2]) / 2;
}
