using System.Diagnostics;
using System.Text.Json;
using MatNotebooks.Datasets;

namespace MatNotebooks.Bench.Speed;

/// <summary>The published CGCNN code in a process of its own (<c>bench/peers/cgcnn_training.py</c>), which works on request.</summary>
internal sealed class CgcnnPeer : IDisposable
{
    private const string Interpreter = "/usr/bin/python3"; // where Debian's torch and pymatgen are

    private readonly Process python;
    private readonly Task<string> errors;

    /// <param name="checkout">Folder of an existing checkout of the reference.</param>
    /// <param name="folder">The crystals as the reference reads them.</param>
    /// <param name="threads">Threads it may use.</param>
    public CgcnnPeer(string checkout, string folder, int threads)
    {
        var script = Path.Combine(DataFolders.Repository, "bench", "peers", "cgcnn_training.py");
        var start = new ProcessStartInfo(Interpreter, [script, checkout, folder, threads.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["OMP_NUM_THREADS"] = threads.ToString(), ["OPENBLAS_NUM_THREADS"] = threads.ToString() },
        };
        python = Process.Start(start) ?? throw new InvalidOperationException($"{Interpreter} does not start.");
        errors = python.StandardError.ReadToEndAsync();
    }

    /// <summary>What it answered.</summary>
    /// <param name="Seconds">Time the work took | s.</param>
    /// <param name="Loss">Mean loss of the epoch, or the mean prediction | no unit; null where there is none.</param>
    public sealed record Answer(double Seconds, double? Loss);

    /// <summary>Has it do one of the things its script lists.</summary>
    /// <exception cref="InvalidOperationException">It stopped; its own words are in the message.</exception>
    public Answer Do(string work)
    {
        python.StandardInput.WriteLine(work);
        python.StandardInput.Flush();
        return python.StandardOutput.ReadLine() is { } line
            ? JsonSerializer.Deserialize<Answer>(line, JsonSerializerOptions.Web)!
            : throw new InvalidOperationException(
                $"The reference stopped at '{work}'; it needs python3-torch and python3-pymatgen. It said: {errors.Result.Trim()}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        python.StandardInput.Close();
        if (!python.WaitForExit(TimeSpan.FromSeconds(10))) python.Kill(entireProcessTree: true);
        python.Dispose();
    }
}
