namespace MatNotebooks.Physics.Elasticity;

/// <summary>Small-strain elasticity of a periodic body on a grid, in space and in plane strain: L(u; S) = 0 of Eq. 6, which is Eq. 20–22.</summary>
/// <remarks>
/// Lippmann–Schwinger's equation on Willot's rotated grid by conjugate gradients; any contrast converges, pores among it, as long as what is
/// solid hangs together. Fourier transforms are libtorch's. A grid that is 1 voxel deep is in plane strain where no strain along z is given.
/// </remarks>
public static class PeriodicElasticity
{
    /// <summary>Finds the stress and the strain under a mean load: the least potential energy (Eq. 23).</summary>
    /// <param name="body">The periodic body.</param>
    /// <param name="load">Its mean strain or stress.</param>
    /// <param name="options">How exactly; a residual of 1e-6 by default.</param>
    /// <param name="cancellation">Ends the iterations.</param>
    /// <exception cref="ArgumentException">Every voxel is a pore.</exception>
    /// <exception cref="ElasticConvergenceException">The tolerance was not reached, or pores leave nothing that bears a prescribed stress.</exception>
    public static ElasticSolution Solve(Microstructure body, MeanLoad load, ElasticOptions? options = null, CancellationToken cancellation = default)
    {
        options = (options ?? new()).Checked();
        var system = new PeriodicSystem(body, load, options.Threads);
        var unknowns = new double[system.Length];
        var convergence = new ConjugateGradients(system, options).Solve(unknowns, cancellation);
        var (mean, stress, strain) = system.Fields(unknowns);
        return new(body, load, convergence, mean, stress, strain);
    }

    /// <summary>Strains the body in the six ways of Voigt, in parallel, and takes the mean stresses: its effective stiffness.</summary>
    /// <param name="body">The periodic body.</param>
    /// <param name="options">How exactly; a residual of 1e-6 by default. Threads share the loads.</param>
    /// <param name="cancellation">Ends the iterations.</param>
    /// <exception cref="ArgumentException">Every voxel is a pore.</exception>
    /// <exception cref="ElasticConvergenceException">The tolerance was not reached.</exception>
    public static EffectiveStiffness Homogenize(Microstructure body, ElasticOptions? options = null, CancellationToken cancellation = default)
    {
        var chosen = (options ?? new()).Checked();
        var stiffness = new double[6, 6];
        var convergence = new ElasticConvergence[6];
        try
        {
            Parallel.For(0, 6, new ParallelOptions { MaxDegreeOfParallelism = chosen.Threads, CancellationToken = cancellation }, column =>
            {
                var load = MeanLoad.OfStrain(VoigtVector.Unit((VoigtComponent)column));
                var system = new PeriodicSystem(body, load, Math.Max(1, chosen.Threads / 6));
                var unknowns = new double[system.Length];
                convergence[column] = new ConjugateGradients(system, chosen).Solve(unknowns, cancellation);
                foreach (var (row, stress) in system.MeanStress(unknowns).Index()) stiffness[row, column] = stress;
            });
        }
        catch (AggregateException several)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
        return new(new(stiffness), convergence);
    }
}
