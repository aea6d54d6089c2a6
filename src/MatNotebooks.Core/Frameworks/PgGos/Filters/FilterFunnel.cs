using System.Collections.Immutable;

namespace MatNotebooks.Frameworks.PgGos.Filters;

/// <summary>How many candidates each filter of a chain refused.</summary>
/// <param name="Filters">Names in order.</param>
/// <param name="Refusals">The first refusal of each candidate; null for one that passed.</param>
public sealed record FilterFunnel(ImmutableArray<string> Filters, ImmutableArray<FilterVerdict?> Refusals)
{
    /// <summary>How many passed every filter.</summary>
    public int Passed => Refusals.Count(refusal => refusal is null);

    /// <summary>How many each filter saw and refused, in order.</summary>
    public ImmutableArray<(string Filter, int Seen, int Refused)> Steps
    {
        get
        {
            var left = Refusals.Length;
            var steps = ImmutableArray.CreateBuilder<(string, int, int)>();
            foreach (var filter in Filters)
            {
                var refused = Refusals.Count(refusal => refusal?.Filter == filter);
                steps.Add((filter, left, refused));
                left -= refused;
            }
            return steps.ToImmutable();
        }
    }

    /// <summary>One line for each filter.</summary>
    public override string ToString() => string.Join('\n', Steps.Select(step => $"{step.Filter,-18} {step.Seen,9:N0} seen {step.Refused,9:N0} refused")) + $"\n{"passed",-18} {Passed,9:N0}";
}
