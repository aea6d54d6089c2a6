using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Studies;

namespace MatNotebooks.Bench.Tables;

/// <summary>What the tables compare, by name.</summary>
internal static class TableModels
{
    /// <summary>GEM-PPM.</summary>
    public const string GemPpm = "gem-ppm";

    /// <summary>
    /// GEM-PPM where there is no structure: its embedding of elements, one message from all atoms to each (the complete graph of the
    /// formula), its attention readout and its head. It is the network that the catalogue calls "composition".
    /// </summary>
    public const string GemPpmOfFormulas = "gem-ppm-composition";

    private const string Composition = "composition";

    // Each reads the neighbours that its publication asks for.
    private static readonly GraphOptions Nearest = PropertyStudy.Neighbors;
    private static readonly GraphOptions WithinFive = new() { Cutoff = 5, MaxNeighbors = null };

    /// <summary>Models of sequences: what the paper compares with.</summary>
    public static IReadOnlyList<string> Sequences { get; } = ["lstm", "gru", "tcn", "transformer", "informer", "mtgnn"];

    /// <summary>For crystals: GEM-PPM, other graph networks, what sees no arrangement, models of sequences, models without a network.</summary>
    public static IReadOnlyList<string> All { get; } = [GemPpm, "cgcnn", "schnet", Composition, .. Sequences, "random-forest", "ridge"];

    /// <summary>For formulas.</summary>
    public static IReadOnlyList<string> WithoutStructure { get; } = [GemPpmOfFormulas, .. Sequences, "random-forest", "ridge"];

    /// <summary>The learner of a name.</summary>
    /// <exception cref="ArgumentException">There is no such model.</exception>
    public static TableLearner Find(string name, TableTask task)
    {
        if (name == GemPpm) return GemPpmWith(name, task.Shape, task.Recipe, task.Graphs);
        if (Ablation.All.FirstOrDefault(ablation => ablation.Model == name) is { } ablation)
            return GemPpmWith(name, ablation.Shape(task.Shape), ablation.Recipe?.Invoke(task.Recipe) ?? task.Recipe, task.Graphs);
        var known = name == GemPpmOfFormulas ? Composition : name;
        if (!LearnerCatalogue.Names.Contains(known))
            throw new ArgumentException($"There is no model '{name}'; there are {string.Join(", ", All.Append(GemPpmOfFormulas).Concat(Ablation.All.Select(one => one.Model)))}.");
        var graphs = name switch { "cgcnn" => Nearest, "schnet" => WithinFive, _ => task.Graphs };
        return new(name, LearnerCatalogue.Find(known, task.Recipe), graphs, known is "random-forest" or "ridge" ? 0 : task.Recipe.Epochs)
        {
            Settings = known is "random-forest" or "ridge" ? SettingsText.Of(task.Recipe.Targets) : SettingsText.Of(task.Recipe),
            IsRandom = known != "ridge",
        };
    }

    private static TableLearner GemPpmWith(string name, GemPpmOptions shape, TrainerOptions recipe, GraphOptions graphs)
    {
        var learner = new NetworkLearner(name, (seed, data) => new GemPpmModel(shape with { Targets = data.Outputs, Conditions = data.Conditions, Seed = seed }), recipe);
        return new(name, learner, graphs, recipe.Epochs) { Settings = $"{SettingsText.Of(shape)} {SettingsText.Of(recipe)}" };
    }
}
