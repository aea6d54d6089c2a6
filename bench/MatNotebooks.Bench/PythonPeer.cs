using System.Diagnostics;
using System.Text.Json;
using MatNotebooks.Datasets;

namespace MatNotebooks.Bench;

/// <summary>Runs a script of <c>bench/peers</c>, which reads structure records line by line and answers with one JSON object.</summary>
internal static class PythonPeer
{
    private const string Interpreter = "/usr/bin/python3"; // where Debian's pymatgen is

    /// <exception cref="InvalidOperationException">Python or pymatgen is missing; its own words are in the message.</exception>
    public static T Run<T>(string name, IEnumerable<string> records)
    {
        var script = Path.Combine(DataFolders.Repository, "bench", "peers", name);
        var start = new ProcessStartInfo(Interpreter, [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["OMP_NUM_THREADS"] = "1", ["OPENBLAS_NUM_THREADS"] = "1" },
        };
        using var python = Process.Start(start) ?? throw new InvalidOperationException($"{Interpreter} does not start.");
        var errors = python.StandardError.ReadToEndAsync();
        var output = python.StandardOutput.ReadToEndAsync();
        foreach (var record in records) python.StandardInput.WriteLine(record);
        python.StandardInput.Close();
        python.WaitForExit();
        return python.ExitCode == 0
            ? JsonSerializer.Deserialize<T>(output.Result)!
            : throw new InvalidOperationException($"{script} failed; install python3-pymatgen. It said: {errors.Result.Trim()}");
    }
}
