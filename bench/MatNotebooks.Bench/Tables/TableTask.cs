using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Training;

namespace MatNotebooks.Bench.Tables;

/// <summary>One line of a table: a data set, what is predicted, how it is divided, and the recipe of everything that learns it.</summary>
internal sealed record TableTask
{
    /// <summary>Name on the command line, such as "aflow_elastic".</summary>
    public required string Name { get; init; }

    /// <summary>Name of the data in the rows; the default is the name of the task.</summary>
    public string Dataset { get => field ?? Name; init; }

    /// <summary>What is predicted; all together, by one network.</summary>
    public required IReadOnlyList<TableTarget> Targets { get; init; }

    /// <summary>Reads the rows.</summary>
    public required Func<TaskRows> Read { get; init; }

    /// <summary>How it is divided, in words.</summary>
    public required string Division { get; init; }

    /// <summary>Which atoms hear each other in GEM-PPM.</summary>
    public GraphOptions Graphs { get; init; } = TaskRecipes.Neighbors;

    /// <summary>The shape of GEM-PPM.</summary>
    public GemPpmOptions Shape { get; init; } = TaskRecipes.Shape;

    /// <summary>How every network is trained.</summary>
    public required TrainerOptions Recipe { get; init; }

    /// <summary>What learns it, in the order of the table.</summary>
    public IReadOnlyList<string> Models { get; init; } = TableModels.All;

    /// <summary>Seeds that each fold is trained from; their mean is the prediction.</summary>
    public int Seeds { get; init; } = 2;

    /// <summary>What others published on the same rows.</summary>
    public IReadOnlyList<PublishedError> Published { get; init; } = [];

    /// <summary>What published predictions come to on the rows that judge; the default is nothing.</summary>
    public Func<TaskRows, IEnumerable<PublishedError>> Peers { get; init; } = _ => [];
}
