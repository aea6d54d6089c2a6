using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using MatNotebooks.Training.Learning;

namespace MatNotebooks.Training.Studies;

/// <summary>Every learner by name, all networks under one recipe: what tables compare.</summary>
public static class LearnerCatalogue
{
    private static readonly (string Name, Func<int, TrainingData, PropertyModel> Build)[] Networks =
    [
        ("gem-ppm", (seed, data) => new GemPpmModel(new() { Targets = data.Outputs, Conditions = data.Conditions, Seed = seed })),
        ("cgcnn", (seed, data) => new CgcnnModel(new() { Targets = data.Outputs, Conditions = data.Conditions, Seed = seed })),
        ("schnet", (seed, data) => new SchNetModel(new() { Targets = data.Outputs, Conditions = data.Conditions, Seed = seed })),
        ("composition", (seed, data) => new CompositionModel(new() { Targets = data.Outputs, Conditions = data.Conditions, Seed = seed })),
        ("lstm", (seed, data) => new LstmModel(new() { Targets = data.Outputs, Conditions = data.Conditions, Seed = seed })),
        ("gru", (seed, data) => new GruModel(new() { Targets = data.Outputs, Conditions = data.Conditions, Seed = seed })),
        ("tcn", (seed, data) => new TcnModel(new() { Targets = data.Outputs, Conditions = data.Conditions, Seed = seed })),
        ("transformer", (seed, data) => new TransformerModel(new() { Targets = data.Outputs, Conditions = data.Conditions, Seed = seed })),
        ("informer", (seed, data) => new InformerModel(new() { Targets = data.Outputs, Conditions = data.Conditions, Seed = seed })),
        ("mtgnn", (seed, data) => new MtgnnModel(new() { Targets = data.Outputs, Conditions = data.Conditions, Seed = seed })),
    ];

    /// <summary>The names <see cref="Find"/> knows: networks on graphs, networks on compositions, and learners without epochs.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Networks.Select(network => network.Name), "random-forest", "ridge"];

    /// <summary>The learner of a name, its model of the default shape.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="recipe">How networks are trained; of random forest and ridge regression it says only what is done to the targets.</param>
    /// <exception cref="ArgumentException">There is no such learner.</exception>
    public static ILearner Find(string name, TrainerOptions recipe) => name switch
    {
        "random-forest" => new RandomForestLearner { Targets = recipe.Targets },
        "ridge" => new RidgeLearner { Targets = recipe.Targets },
        _ when Array.Find(Networks, network => network.Name == name) is { Name: not null } network => new NetworkLearner(name, network.Build, recipe),
        _ => throw new ArgumentException($"There is no learner '{name}'; there are {string.Join(", ", Names)}."),
    };
}
