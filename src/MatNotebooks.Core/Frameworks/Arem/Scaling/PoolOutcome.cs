using System.Collections.Immutable;

namespace MatNotebooks.Frameworks.Arem.Scaling;

/// <summary>How a shared pool fared.</summary>
/// <param name="Events">Events that were simulated.</param>
/// <param name="Tasks">Tasks that ended well.</param>
/// <param name="Failed">Tasks that failed.</param>
/// <param name="Throughput">Tasks that ended well | 1/s.</param>
/// <param name="Utilisation">Share of the workers' time in tasks | 0 to 1.</param>
/// <param name="Discoveries">Discoveries in all.</param>
public sealed record PoolOutcome(long Events, long Tasks, long Failed, double Throughput, double Utilisation, double Discoveries)
{
    /// <summary>Of each institution: tasks handed in, and tasks that ended well.</summary>
    public ImmutableArray<(string Name, double Part, long Asked, long Served, double Discoveries)> Institutions { get; init; } = [];

    /// <summary>Jain's index of what each was served, as a share of its part or of what it asked for, whichever is less.</summary>
    public double Fairness
    {
        get
        {
            var (parts, served) = (Institutions.Sum(one => one.Part), Institutions.Sum(one => one.Served));
            return Institutions.IsDefaultOrEmpty ? 1 : Equity.Jain([.. Institutions.Select(one => one.Served / Math.Max(1, Math.Min(one.Asked, served * one.Part / parts)))]);
        }
    }
}
