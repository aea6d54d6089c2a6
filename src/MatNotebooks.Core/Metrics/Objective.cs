namespace MatNotebooks.Metrics;

/// <summary>Which end of a quantity is wanted.</summary>
public enum Objective
{
    /// <summary>The less the better.</summary>
    Least,

    /// <summary>The more the better.</summary>
    Greatest,
}
