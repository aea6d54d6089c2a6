namespace MatNotebooks.Physics.Elasticity;

/// <summary>How a solution was reached.</summary>
/// <param name="Iterations">Steps of conjugate gradients.</param>
/// <param name="Residual">
/// What is left of ∇·σ = 0 (Eq. 20) | no unit. The part of the stress that is out of balance over the whole stress, each in its energy norm:
/// √(r · K₀⁻¹ r) / √(Σ σ : ε), where r are the forces on the nodes that stress and loads leave, and K₀ is the stiffness that preconditions.
/// It is measured on the final field, not carried along.
/// </param>
public readonly record struct ElasticConvergence(int Iterations, double Residual);
