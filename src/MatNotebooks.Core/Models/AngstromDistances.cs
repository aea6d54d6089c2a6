namespace MatNotebooks.Models;

/// <summary>Distances in Å, as CGCNN takes them; 41 Gaussians by default.</summary>
public sealed record AngstromDistances() : DistanceScale(gaussians: 41)
{
    internal override (double First, double Last) Range => (0, Cutoff);

    internal override float UnitOf(int receiver, int sender) => 1;
}
