using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using MatNotebooks.Training;

namespace MatNotebooks.Gpu;

/// <summary>What the Python reference did on the same device and crystals.</summary>
/// <param name="Torch">Version of PyTorch.</param>
/// <param name="TrainPerSecond">Crystals per second of training, median over epochs but the first | 1/s.</param>
/// <param name="InferPerSecond">Crystals per second of inference | 1/s.</param>
/// <param name="Epochs">Epochs it trained.</param>
/// <param name="MeanAbsoluteError">On the held-out tenth after them | eV/atom.</param>
/// <param name="MemoryGib">Memory its allocator held at most | GiB; null on a processor.</param>
internal sealed record ReferencePeer(
    [property: JsonPropertyName("torch")] string Torch,
    [property: JsonPropertyName("train_per_s")] double TrainPerSecond,
    [property: JsonPropertyName("infer_per_s")] double InferPerSecond,
    [property: JsonPropertyName("epochs")] int Epochs,
    [property: JsonPropertyName("mae")] double MeanAbsoluteError,
    [property: JsonPropertyName("memory_gib")] double? MemoryGib)
{
    private const int Neighbors = 12;
    private const float NoNeighbor = 9; // CGCNN's own word for "none within 8 Å"

    /// <summary>Trains and times the reference.</summary>
    /// <param name="options">Where it is, and on what device it runs.</param>
    /// <param name="data">The crystals; the last tenth is held out.</param>
    /// <param name="seconds">After how long no further epoch begins | s.</param>
    /// <exception cref="InvalidOperationException">It failed; its own words are in the message.</exception>
    public static ReferencePeer Run(GpuOptions options, TrainingData data, double seconds)
    {
        var folder = Directory.CreateTempSubdirectory("matnb-gpu-");
        try
        {
            Write(data, folder.FullName);
            string[] arguments =
            [
                options.Peer ?? throw new ArgumentException("--reference needs --peer, the path of reference.py."), options.Reference!, folder.FullName,
                options.Device, options.Workload.Batch.ToString(), options.Workload.Epochs.ToString(), seconds.ToString(),
            ];
            return Ask(options.Python, arguments);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ReferencePeer Ask(string python, string[] arguments)
    {
        var start = new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{python} does not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<ReferencePeer>(output)!
            : throw new InvalidOperationException($"The reference failed ({python} {string.Join(' ', arguments)}): {errors.Result.Trim()}");
    }

    /// <summary>Neighbours as the reference's featuriser gives them: the twelve nearest of each atom, padded.</summary>
    private static void Write(TrainingData data, string folder)
    {
        var (neighbors, distances) = (new List<int>(), new List<float>());
        foreach (var graph in data.Graphs)
        {
            for (var atom = 0; atom < graph.Atoms; atom++)
            {
                for (var rank = 0; rank < Neighbors; rank++)
                {
                    var edge = graph.FirstEdge[atom] + rank;
                    var known = edge < graph.FirstEdge[atom + 1];
                    neighbors.Add(known ? graph.Senders[edge] : 0);
                    distances.Add(known ? graph.Distances[edge] : NoNeighbor);
                }
            }
        }
        Save<int>(folder, "atoms.i32", [.. data.Graphs.Select(graph => graph.Atoms)]);
        Save<int>(folder, "numbers.i32", [.. data.Graphs.SelectMany(graph => graph.AtomicNumbers)]);
        Save<int>(folder, "neighbors.i32", [.. neighbors]);
        Save<float>(folder, "distances.f32", [.. distances]);
        Save<float>(folder, "targets.f32", [.. data.Values().Select(value => (float)value)]);
    }

    private static void Save<T>(string folder, string name, T[] values)
        where T : unmanaged
        => File.WriteAllBytes(Path.Combine(folder, name), MemoryMarshal.AsBytes<T>(values).ToArray());
}
