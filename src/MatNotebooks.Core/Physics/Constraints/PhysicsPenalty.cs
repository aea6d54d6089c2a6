using static TorchSharp.torch;

namespace MatNotebooks.Physics.Constraints;

/// <summary>The physics loss, λ Σ_k ‖c_k(ŷ)‖² (Eq. 19): added to the loss of the labels.</summary>
public sealed record PhysicsPenalty
{
    /// <summary>Takes the constraints that a prediction shall obey.</summary>
    /// <param name="weight">λ | no unit, 0 or more.</param>
    /// <param name="constraints">The constraints, which all read the same prediction.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative or not finite.</exception>
    public PhysicsPenalty(double weight, params IReadOnlyList<PhysicalConstraint> constraints)
    {
        if (!(weight >= 0 && double.IsFinite(weight))) throw new ArgumentOutOfRangeException(nameof(weight), weight, "The weight of the physics loss must be 0 or more.");
        (Weight, Constraints) = (weight, constraints);
    }

    /// <summary>λ | no unit.</summary>
    public double Weight { get; }

    /// <summary>The constraints.</summary>
    public IReadOnlyList<PhysicalConstraint> Constraints { get; }

    /// <summary>The loss | no unit, no dimensions.</summary>
    /// <param name="predicted">The prediction in physical units.</param>
    /// <exception cref="ArgumentException">A constraint cannot read a prediction of this shape.</exception>
    public Tensor Of(Tensor predicted) =>
        Constraints.Select(constraint => constraint.Penalty(predicted)).Aggregate(predicted.sum() * 0, (sum, penalty) => sum + penalty) * Weight;
}
