using MatNotebooks.Frameworks.Arem.Policies;

namespace MatNotebooks.Frameworks.Arem.Running.Definitions;

/// <summary>Who divides the cores of a campaign, and what becomes of those that a layer has no work for.</summary>
public sealed record PolicyChoice
{
    private static readonly Dictionary<string, Func<PolicyChoice, IAllocationPolicy>> Makers = new()
    {
        ["arem"] = _ => new AremPolicy(),
        ["equal"] = _ => StaticSplit.Equal,
        ["fixed ratio"] = _ => StaticSplit.FixedRatio,
        ["round robin"] = choice => new RoundRobin(choice.Turn),
        ["greedy"] = _ => new GreedyPolicy(),
        ["successive halving"] = _ => new SuccessiveHalving(),
        ["split"] = choice => new StaticSplit("split", choice.Shares),
    };

    /// <summary>What a policy can be called.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Makers.Keys];

    /// <summary>Which, one of <see cref="Names"/>. The default is "arem".</summary>
    public string Name { get; init => field = DefinitionRange.OneOf(value, Names, nameof(Name)); } = "arem";

    /// <summary>Weights of representation, inference and steering for "split", (3). The default is equal ones.</summary>
    public IReadOnlyList<double> Shares
    {
        get;
        init => field = value.Count == 3 && value.All(share => share >= 0 && double.IsFinite(share)) && value.Sum() > 0
            ? value : throw new ArgumentException($"Shares is {string.Join(", ", value)}; give three finite weights of at least 0, at least one greater.");
    } = [1, 1, 1];

    /// <summary>How long a layer's turn is in "round robin" | s, 0.01 to 86,400. The default is 10.</summary>
    public double Turn { get; init => field = DefinitionRange.Within(value, 0.01, 86_400, "s", nameof(Turn)); } = 10;

    /// <summary>What becomes of cores whose layer has no work. The default is that the others borrow them.</summary>
    public IdleCores Idle { get; init; }

    /// <summary>A fresh policy.</summary>
    public IAllocationPolicy Make() => Makers[Name](this);
}

/// <summary>What becomes of cores whose layer has no work.</summary>
public enum IdleCores
{
    /// <summary>Layers with work borrow them until a task ends.</summary>
    Lent,

    /// <summary>They stand idle: shares are fences.</summary>
    Fenced,
}
