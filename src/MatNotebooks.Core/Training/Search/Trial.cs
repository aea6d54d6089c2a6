using System.Collections.Immutable;

namespace MatNotebooks.Training.Search;

/// <summary>One choice of settings and how it did.</summary>
/// <param name="Number">Its number, from 0, in the order in which choices were made.</param>
/// <param name="Settings">The value of each setting, by name.</param>
/// <param name="Results">Its error after each budget that it was given, by budget; infinite where it failed.</param>
public sealed record Trial(int Number, ImmutableSortedDictionary<string, double> Settings, ImmutableSortedDictionary<int, double> Results)
{
    /// <summary>The greatest budget it was given; 0 where none is done.</summary>
    public int Budget => Results.IsEmpty ? 0 : Results.Keys.Max();

    /// <summary>Its error at that budget; infinite where none is done.</summary>
    public double Error => Results.IsEmpty ? double.PositiveInfinity : Results[Budget];
}
