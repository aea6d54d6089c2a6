using System.Collections.Immutable;

namespace MatNotebooks.Frameworks.PgGos.Policies;

/// <summary>How a property is taken to vary over a pool before any value is seen: the parts of a covariance, each with its variance.</summary>
public sealed record SiteScales
{
    /// <summary>Variance of a constant | unit² of the property.</summary>
    public required double Constant { get; init; }

    /// <summary>Variance of a straight line through all features, shared among them | unit².</summary>
    public required double Linear { get; init; }

    /// <summary>Variance of a part that each group of features has for itself, one smooth function of the group alone | unit².</summary>
    public required double Additive { get; init; }

    /// <summary>Variance of a smooth function of all groups together | unit².</summary>
    public required double Joint { get; init; }

    /// <summary>Variance of what an element brings to its site that no feature says | unit².</summary>
    public required double Identity { get; init; }

    /// <summary>Variance of a recorded value about the function | unit², greater than 0.</summary>
    public required double Noise { get; init; }

    /// <summary>How far along a group's features the functions stay alike, one for each group | standard deviations, greater than 0.</summary>
    public required ImmutableArray<double> Lengths { get; init; }
}
