namespace MatNotebooks.Kernel.Visuals.Flows;

/// <summary>A placed stage of a flow diagram.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Column">Its column, 0 at the left.</param>
/// <param name="Amount">What passes it, in or out, whichever is more.</param>
/// <param name="Top">Its upper end, from the top, as a share of the height.</param>
/// <param name="Share">Its height, as a share of the height.</param>
/// <param name="Color">Its colour.</param>
internal sealed record FlowNode(string Name, int Column, double Amount, double Top, double Share, string Color)
{
    /// <summary>Its middle, from the bottom, as a share of the height.</summary>
    internal double Middle => 1 - Top - (Share / 2);
}
