using System.Collections.Immutable;
using MatNotebooks.Frameworks.PgGos.Policies;
using MatNotebooks.Frameworks.PgGos.Reinforcement;
using MatNotebooks.Frameworks.PgGos.Search;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>A policy that keeps what its model promised of each candidate when it chose it.</summary>
internal sealed class RememberingPolicy(ISearchPolicy inner) : ISearchPolicy
{
    private readonly Dictionary<int, ImmutableDictionary<string, PropertyEstimate>> promises = [];

    public string Name => inner.Name;

    public int Choose(SearchHistory history)
    {
        var place = inner.Choose(history);
        promises[place] = inner is PhysicsGuidedPolicy guided && history.Answers.Count > 0
            ? history.Target.Windows.ToImmutableDictionary(window => window.Property.Name, window => guided.Expected(window.Property.Name, place))
            : ImmutableDictionary<string, PropertyEstimate>.Empty;
        return place;
    }

    public ImmutableDictionary<string, PropertyEstimate> PromisesOf(int place) => promises[place];
}
