namespace MatNotebooks.Frameworks.Arem.Running.Definitions;

/// <summary>A discovery campaign as somebody asks for it: whom to search among, for what, with how much, and who divides the cores.</summary>
public sealed record CampaignDefinition
{
    /// <summary>Name in tables and files; not empty.</summary>
    public required string Name { get; init => field = !string.IsNullOrWhiteSpace(value) ? value : throw new ArgumentException("The campaign has no name; give it one."); }

    /// <summary>The candidates.</summary>
    public required PoolDefinition Pool { get; init; }

    /// <summary>What a candidate must have to be a hit; all windows must hold, at least one.</summary>
    public required IReadOnlyList<GoalWindow> Goal
    {
        get;
        init => field = value.Count > 0 ? value : throw new ArgumentException("The goal has no window; give a property and what it must be.");
    }

    /// <summary>What may be spent.</summary>
    public CampaignBudget Budget { get; init; } = new();

    /// <summary>Who divides the cores. The default is AREM.</summary>
    public PolicyChoice Policy { get; init; } = new();

    /// <summary>What learns from the labels.</summary>
    public ModelChoice Model { get; init; } = new();

    /// <summary>Where tasks run. The default is this machine.</summary>
    public PlaceDefinition Place { get; init; } = new();

    /// <summary>Longest time between two decisions | s, 0.01 to 3600. The default is 1. Every task that ends brings one too.</summary>
    public double Interval { get; init => field = DefinitionRange.Within(value, 0.01, 3600, "s", nameof(Interval)); } = 1;

    /// <summary>Seed of first choices, models and the larger molecules of a pool. The default is 0.</summary>
    public int Seed { get; init; }

    /// <summary>The ledger's file. The default is out/arem/NAME.db.</summary>
    public string? Ledger { get; init; }

    /// <summary>The ledger's file, whether it was named or not.</summary>
    public string LedgerFile => Ledger ?? Path.Combine("out", "arem", $"{string.Join('-', Name.Split(Path.GetInvalidFileNameChars()))}.db");

    /// <summary>Margin of a candidate, at least 0 for a hit: the least of all windows | unit of its property; NaN where a property is missing.</summary>
    /// <param name="values">Properties by name.</param>
    public double ScoreOf(IReadOnlyDictionary<string, double> values) =>
        Goal.Min(window => values.TryGetValue(window.Property, out var value) ? window.Margin(value) : double.NaN);
}
