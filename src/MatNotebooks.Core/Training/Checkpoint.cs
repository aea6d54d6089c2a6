using System.Text.Json;
using MatNotebooks.Models;
using MatNotebooks.Training.Optimization;
using TorchSharp.Modules;

namespace MatNotebooks.Training;

/// <summary>
/// The file a training goes on from: the epochs done as JSON, then weights, averages, best weights and the optimiser's memory in
/// TorchSharp's format. It is written beside and renamed, so that a kill at any moment leaves the last whole one.
/// </summary>
internal sealed class Checkpoint(string? path, PropertyModel model, OptimizerHelper optimizer, AveragedWeights average, AveragedWeights best)
{
    private const string Mark = "MatNotebooks training 1";

    /// <summary>Remembers a training after an epoch; does nothing without a path.</summary>
    public void Write(IReadOnlyList<EpochRecord> history)
    {
        if (path is null) return;
        var part = path + ".part";
        using (var file = File.Create(part))
        {
            using var writer = new BinaryWriter(file);
            writer.Write(Mark);
            writer.Write(JsonSerializer.Serialize(new Head(Fingerprint(), history)));
            model.save(writer);
            average.Write(writer);
            best.Write(writer);
            optimizer.save_state_dict(writer);
            writer.Flush();
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path, overwrite: true);
    }

    /// <summary>Takes everything over from the file.</summary>
    /// <returns>The epochs done; none where there is no file.</returns>
    /// <exception cref="InvalidDataException">The file is no checkpoint, or one of another network.</exception>
    public IReadOnlyList<EpochRecord> Read()
    {
        if (path is null || !File.Exists(path)) return [];
        using var reader = new BinaryReader(File.OpenRead(path));
        try
        {
            var head = reader.ReadString() == Mark ? JsonSerializer.Deserialize<Head>(reader.ReadString()) : null;
            if (head?.Network != Fingerprint())
                throw new InvalidDataException($"{path} is {(head is null ? "no checkpoint" : $"a checkpoint of {head.Network}")}, not of {Fingerprint()}; delete it to start anew.");
            model.load(reader);
            average.Read(reader, model);
            best.Read(reader, model);
            optimizer.load_state_dict(reader);
            return head.Epochs;
        }
        catch (Exception wrong) when (wrong is EndOfStreamException or JsonException)
        {
            throw new InvalidDataException($"{path} is no whole checkpoint: {wrong.Message} Delete it to start anew.", wrong);
        }
    }

    private string Fingerprint() =>
        $"{model.GetName()} with {string.Join(", ", model.named_parameters().Select(named => $"{named.name} [{string.Join(" × ", named.parameter.shape)}]"))}";

    private sealed record Head(string Network, IReadOnlyList<EpochRecord> Epochs);
}
