using MatNotebooks.Physics.Elasticity;

namespace MatNotebooks.Frameworks.PgGos.Filters;

/// <summary>
/// A block of the material, held on one face and pulled on the other, comes to rest (Eq. 33–35: ∇·σ = 0, σ = C : ε, u = ū on the held face,
/// σ·n = t̄ on the pulled one). Residual: the part of the stress that the solver leaves out of balance, or 1 where it finds no rest | 1.
/// </summary>
public sealed record EquilibriumFilter : ICandidateFilter
{
    private const int Voxels = 3; // along each edge: a homogeneous block needs no more

    /// <summary>Sets load and limits.</summary>
    /// <param name="traction">Pull on the free face | GPa, greater than 0. The default is 0.1.</param>
    /// <param name="mostStrain">Strain up to which the material counts as elastic | 1, greater than 0. The default is 0.05.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0.</exception>
    public EquilibriumFilter(double traction = 0.1, double mostStrain = 0.05)
    {
        Traction = traction > 0 ? traction : throw new ArgumentOutOfRangeException(nameof(traction), traction, "The traction must be greater than 0 GPa.");
        MostStrain = mostStrain > 0 ? mostStrain : throw new ArgumentOutOfRangeException(nameof(mostStrain), mostStrain, "The strain must be greater than 0.");
    }

    /// <summary>Pull on the free face | GPa.</summary>
    public double Traction { get; }

    /// <summary>Strain up to which the material counts as elastic | 1.</summary>
    public double MostStrain { get; }

    /// <inheritdoc/>
    public string Name => "equilibrium";

    /// <inheritdoc/>
    public string Unit => "1";

    /// <inheritdoc/>
    public double Limit => 1e-4;

    /// <inheritdoc/>
    public FilterVerdict Judge(FilterSubject subject)
    {
        if (subject.Stiffness is not { } stiffness) return FilterVerdict.NotJudged(Name, Limit, "Its elastic constants are not known.");
        if (!stiffness.IsStable) return new(Name, 1, Limit, "The stiffness is not positive definite: no rest is a minimum of the energy (Eq. 23).");
        var block = Microstructure.Of(Voxels, Voxels, Voxels, (_, _, _) => 0, [stiffness]);
        try
        {
            var rest = new ElasticBox(block).Hold(BoxFace.ZMin, Held.Still).Pull(BoxFace.ZMax, new(0, 0, Traction)).Solve(new() { Threads = 1 });
            var strain = 0.0;
            for (var x = 0; x <= Voxels; x++)
                for (var y = 0; y <= Voxels; y++) strain = Math.Max(strain, Math.Abs(rest.Displacement(x, y, Voxels).Z) / Voxels);
            return strain > MostStrain
                ? new(Name, 1, Limit, $"{Traction} GPa stretch it by {strain:P1}, beyond the {MostStrain:P0} up to which it counts as elastic.")
                : FilterVerdict.By(Name, rest.Convergence.Residual, Limit, () => $"A share of {rest.Convergence.Residual:G3} of the stress stays out of balance.");
        }
        catch (ElasticConvergenceException unsettled)
        {
            return new(Name, 1, Limit, $"The solver finds no rest: {unsettled.Message}");
        }
    }
}
