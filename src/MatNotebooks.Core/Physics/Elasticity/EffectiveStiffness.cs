namespace MatNotebooks.Physics.Elasticity;

/// <summary>Stiffness of a periodic body as a whole: mean stress over mean strain, from six loads.</summary>
/// <param name="Tensor">Effective stiffness | GPa. Its <see cref="ElasticTensor.Asymmetry"/> tells how exact it is.</param>
/// <param name="Convergence">How each load was solved, in Voigt's order.</param>
public sealed record EffectiveStiffness(ElasticTensor Tensor, IReadOnlyList<ElasticConvergence> Convergence)
{
    /// <summary>Iterations of the six loads together.</summary>
    public int Iterations => Convergence.Sum(load => load.Iterations);

    /// <summary>Greatest residual of equilibrium among the six | no unit.</summary>
    public double Residual => Convergence.Max(load => load.Residual);
}
