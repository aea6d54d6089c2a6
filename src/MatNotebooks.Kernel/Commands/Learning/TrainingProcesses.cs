using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using MatNotebooks.Training;
using TorchSharp;

namespace MatNotebooks.Kernel.Commands.Learning;

/// <summary>A training by several processes: this one starts them with its own command line and watches; when one fails, all end.</summary>
internal static class TrainingProcesses
{
    private const string Variable = "MATNB_PEER"; // rank/count/meeting file, for the processes it starts
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20); // in which those that lost a peer end by themselves

    /// <summary>Trains in as many processes as asked for.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="cancellation">Ends them all.</param>
    /// <param name="train">The training, in each of them.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="ArgumentException">Fewer than one process.</exception>
    /// <exception cref="InvalidOperationException">A process failed; the message says which, and what it said.</exception>
    public static int Run(int count, ParseResult arguments, CancellationToken cancellation, Func<int> train)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } place) return AsPeer(place, train);
        if (count < 1) throw new ArgumentException($"--processes is {count}; it must be at least 1.");
        if (count == 1) return train();
        var folder = Directory.CreateTempSubdirectory("matnb-train-");
        try
        {
            var meeting = Path.Combine(folder.FullName, "meeting");
            return Watch([.. Enumerable.Range(0, count).Select(rank => Start(rank, count, meeting, [.. arguments.Tokens.Select(token => token.Value)]))], cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int AsPeer(string place, Func<int> train)
    {
        var parts = place.Split('/', 3);
        var (rank, count) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        torch.set_num_threads(Cores(count));
        Peers.Join(parts[2], rank, count);
        var code = train();
        Peers.Leave();
        return code;
    }

    private static int Cores(int count) => Math.Max(1, Environment.ProcessorCount / count);

    /// <summary>The first process has the terminal; what the others say is kept for the day one fails.</summary>
    private static Peer Start(int rank, int count, string meeting, string[] tokens)
    {
        var program = Environment.ProcessPath is { } path && Path.GetFileName(path).StartsWith("matnb", StringComparison.Ordinal) ? path : "dotnet";
        var start = new ProcessStartInfo(program, program == "dotnet" ? [typeof(TrainingProcesses).Assembly.Location, .. tokens] : tokens)
        {
            RedirectStandardOutput = rank > 0,
            RedirectStandardError = rank > 0,
        };
        start.Environment[Variable] = string.Create(CultureInfo.InvariantCulture, $"{rank}/{count}/{meeting}");
        start.Environment["DOTNET_PROCESSOR_COUNT"] = Cores(count).ToString(CultureInfo.InvariantCulture);
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        if (rank > 0) _ = process.StandardOutput.ReadToEndAsync();
        return new(rank, process, rank > 0 ? process.StandardError.ReadToEndAsync() : Task.FromResult(""));
    }

    private static int Watch(Peer[] peers, CancellationToken cancellation)
    {
        try
        {
            var running = peers.ToDictionary(peer => peer.Process.WaitForExitAsync(cancellation));
            while (running.Count > 0)
            {
                var ended = Task.WhenAny(running.Keys).GetAwaiter().GetResult();
                ended.GetAwaiter().GetResult(); // throws when cancelled
                if (running[ended].Process.ExitCode != 0) return Failed(running[ended], peers);
                running.Remove(ended);
            }
            return ExitCode.Success;
        }
        finally
        {
            foreach (var peer in peers)
            {
                if (!peer.Process.HasExited) peer.Process.Kill(entireProcessTree: true);
                peer.Process.Dispose();
            }
        }
    }

    private static int Failed(Peer first, Peer[] peers)
    {
        // The one that lost its peer may be seen before the one that was lost.
        Task.WhenAll(peers.Select(peer => peer.Process.WaitForExitAsync())).Wait(Grace);
        // What is wrong with the input every process finds, and the first has said it.
        if (peers[0].Process is { HasExited: true, ExitCode: ExitCode.BadInput or ExitCode.Interrupted }) return peers[0].Process.ExitCode;
        var cause = Array.FindLast(peers, peer => peer.Process is { HasExited: true, ExitCode: not 0 } && !peer.Said.Contains("lost one another", StringComparison.Ordinal)) ?? first;
        throw new InvalidOperationException(
            $"process {cause.Rank + 1} of {peers.Length} ended with code {cause.Process.ExitCode}, and with it the training. {(cause.Said.Length > 0 ? $"It said: {cause.Said}" : "It said nothing: it may have been killed.")}");
    }

    private sealed record Peer(int Rank, Process Process, Task<string> Errors)
    {
        public string Said => Process.HasExited ? Errors.GetAwaiter().GetResult().Trim() : "";
    }
}
