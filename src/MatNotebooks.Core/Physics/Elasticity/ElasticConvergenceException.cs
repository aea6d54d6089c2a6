namespace MatNotebooks.Physics.Elasticity;

/// <summary>An elastic problem was not solved to its tolerance.</summary>
public sealed class ElasticConvergenceException : InvalidOperationException
{
    internal ElasticConvergenceException(string message, ElasticConvergence reached)
        : base(message) => Reached = reached;

    /// <summary>How far it came.</summary>
    public ElasticConvergence Reached { get; }
}
