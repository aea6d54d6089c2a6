namespace MatNotebooks.Physics.Elasticity;

/// <summary>A stiffness K and loads, for <see cref="ConjugateGradients"/>; K is symmetric and costs no negative energy.</summary>
internal interface ILinearSystem
{
    /// <summary>Number of unknowns.</summary>
    int Length { get; }

    /// <summary>Twice the energy of what is prescribed while every unknown is 0.</summary>
    double PrescribedEnergy { get; }

    /// <summary>Forces b on the unknowns while they are 0: those of what is prescribed, and the loads.</summary>
    void Right(double[] right);

    /// <summary>y = K x.</summary>
    void Multiply(double[] x, double[] y);

    /// <summary>z = K₀⁻¹ r.</summary>
    void Precondition(double[] r, double[] z);

    /// <summary>Work of the loads alone at x.</summary>
    double LoadWork(double[] x);
}
