using System.Text.Json;
using System.Text.Json.Nodes;
using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Training.Files;

/// <summary>A predictor as entries of an archive: NAME.json says what it is, NAME.weights holds a network's weights in TorchSharp's format.</summary>
internal static class PredictorFile
{
    /// <summary>The entries of a predictor.</summary>
    /// <exception cref="NotSupportedException">A kind of predictor that cannot be kept.</exception>
    public static IEnumerable<KeyValuePair<string, byte[]>> Entries(string name, IPredictor predictor)
    {
        var head = predictor switch
        {
            TrainedModel trained => new Head(NetworkShape.Of(trained.Model), trained.Targets, trained.Conditions.Scaling, null, null),
            RidgePredictor ridge => new Head(null, ridge.Map, null, [.. ridge.Regressions.Select(one => one.Numbers)], null),
            RandomForestPredictor forest => new Head(null, forest.Map, null, null, [.. forest.Forests.Select(one => one.Numbers)]),
            _ => throw new NotSupportedException($"A {predictor.GetType().Name} cannot be kept in a file."),
        };
        yield return new(name + ".json", JsonSerializer.SerializeToUtf8Bytes(head));
        if (predictor is TrainedModel { Model: var model }) yield return new(name + ".weights", Weights(model));
    }

    /// <summary>The predictor of some entries.</summary>
    /// <exception cref="InvalidDataException">There is no such predictor.</exception>
    public static IPredictor Read(IReadOnlyDictionary<string, byte[]> entries, string name)
    {
        var head = JsonSerializer.Deserialize<Head>(Entry(entries, name + ".json")) ?? throw new InvalidDataException($"{name}.json is empty");
        if (head.Ridge is { } ridge) return new RidgePredictor(head.Targets, [.. ridge.Select(RidgeRegression.Of)]);
        if (head.Forests is { } forests) return new RandomForestPredictor(head.Targets, [.. forests.Select(RandomForest.Of)]);
        var model = NetworkShape.Build(head.Network ?? throw new InvalidDataException($"{name}.json names no network"));
        using var weights = new BinaryReader(new MemoryStream(Entry(entries, name + ".weights")));
        model.load(weights);
        return new TrainedModel(model, head.Targets, new(head.Conditions ?? new([], [])));
    }

    private static byte[] Entry(IReadOnlyDictionary<string, byte[]> entries, string name) =>
        entries.TryGetValue(name, out var content) ? content : throw new InvalidDataException($"{name} is missing");

    private static byte[] Weights(PropertyModel model)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        model.save(writer);
        writer.Flush();
        return bytes.ToArray();
    }

    private sealed record Head(JsonObject? Network, TargetMap Targets, AffineMap? Conditions, RidgeNumbers[]? Ridge, ForestNumbers[]? Forests);
}
