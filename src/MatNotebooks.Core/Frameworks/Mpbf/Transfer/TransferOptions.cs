using System.Collections.Immutable;
using MatNotebooks.Frameworks.Mpbf.Pretraining;

namespace MatNotebooks.Frameworks.Mpbf.Transfer;

/// <summary>How transfer between tasks is measured.</summary>
public sealed record TransferOptions
{
    /// <summary>Labels of fine-tuning, rising; counts that a task has no labels for are left out. The default is 50, 100, 400 and 1,600.</summary>
    /// <exception cref="ArgumentException">None, one below 20, or not rising.</exception>
    public ImmutableArray<int> LabelCounts
    {
        get;
        init => field = value.Length > 0 && value[0] >= 20 && value.Zip(value.Skip(1)).All(pair => pair.First < pair.Second)
            ? value
            : throw new ArgumentException($"LabelCounts are {string.Join(", ", value)}; they must rise and be at least 20: fewer labels than that cannot choose a head.");
    } = [50, 100, 400, 1600];

    /// <summary>Compounds of a source to pretrain on at most, at least 40. The default is 14,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 40.</exception>
    public int MostPretraining { get; init => field = AtLeast(40, value, nameof(MostPretraining)); } = 14_000;

    /// <summary>Compounds that judge at most, at least 10. The default is 400.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 10.</exception>
    public int MostJudging { get; init => field = AtLeast(10, value, nameof(MostJudging)); } = 400;

    /// <summary>Trees of the forest that learns from scratch, at least 1. The default is 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Trees { get; init => field = AtLeast(1, value, nameof(Trees)); } = 100;

    /// <summary>How sources are pretrained; a network from scratch has as many members, and as many steps unless validation stops it. The default is 2,000 steps of two members.</summary>
    public PretrainingOptions Pretraining { get; init; } = new();

    private static int AtLeast(int least, int value, string name) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be at least {least}.");
}
