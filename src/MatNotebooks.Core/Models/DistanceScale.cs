using System.Text.Json.Serialization;

namespace MatNotebooks.Models;

/// <summary>The ruler a network measures its edges with, and how far it looks. Edge attributes are Gaussians spread evenly over it.</summary>
/// <remarks>Beyond the reach every contribution is exactly 0 and on the way there it falls smoothly, with two continuous derivatives.</remarks>
[JsonDerivedType(typeof(AngstromDistances), "angstrom")]
[JsonDerivedType(typeof(ReducedDistances), "reduced")]
public abstract record DistanceScale
{
    private protected DistanceScale(int gaussians) => Gaussians = gaussians;

    /// <summary>How far atoms are heard at most | Å, greater than 0. The default is 8. Graphs must be made with at least this cutoff.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0.</exception>
    public double Cutoff
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Cutoff), $"Cutoff is {value} Å; it must be greater than 0.");
    } = 8;

    /// <summary>How many Gaussians stand on the ruler, at least 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 2.</exception>
    public int Gaussians
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(Gaussians), $"Gaussians is {value}; it must be at least 2.");
    }

    /// <summary>Where the first and the last Gaussian stand, in units of the ruler.</summary>
    internal abstract (double First, double Last) Range { get; }

    /// <summary>The ruler's unit for two elements | Å.</summary>
    internal abstract float UnitOf(int receiver, int sender);
}
