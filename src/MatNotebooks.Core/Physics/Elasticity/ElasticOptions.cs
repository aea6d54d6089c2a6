namespace MatNotebooks.Physics.Elasticity;

/// <summary>How exactly an elastic problem is solved.</summary>
public sealed record ElasticOptions
{
    /// <summary>Residual of equilibrium at which the solution counts as found (<see cref="ElasticConvergence.Residual"/>) | 1e-11 to 0.01. The default is 1e-6.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>Steps of conjugate gradients after which it is given up | 1 or more. The default is 5000.</summary>
    public int MostIterations { get; init; } = 5000;

    /// <summary>Threads | 1 or more. The default is one for each core.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Refuses values out of range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal ElasticOptions Checked()
    {
        if (!(Tolerance is >= 1e-11 and <= 0.01)) throw new ArgumentOutOfRangeException(nameof(Tolerance), Tolerance, "The tolerance must be 1e-11 to 0.01.");
        if (MostIterations < 1) throw new ArgumentOutOfRangeException(nameof(MostIterations), MostIterations, "Iterations must be 1 or more.");
        if (Threads < 1) throw new ArgumentOutOfRangeException(nameof(Threads), Threads, "Threads must be 1 or more.");
        return this;
    }
}
