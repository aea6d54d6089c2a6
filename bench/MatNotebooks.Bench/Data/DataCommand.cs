using System.CommandLine;
using System.Diagnostics;
using MatNotebooks.Bench.Results;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;
using MatNotebooks.Datasets;
using Spectre.Console;

namespace MatNotebooks.Bench.Data;

/// <summary>
/// <c>bench data</c>: CIF files per second beside pymatgen's CifParser on the same files, and structure records per second beside Python's
/// json and pandas; both must give what the peer gives first. Then how fast rows are described and splits checked for leaks.
/// </summary>
internal sealed class DataCommand
{
    private const string Records = "mp20_partial/mp20_partial.jsonl.gz";
    private const double SamePlace = 0.02; // Å; both average images that rounding moved apart, each in its own way

    private static readonly (string Case, string File)[] RecordFiles =
    [
        ("jsonl", Records),
        ("jsonl-mp-le20", "mp_structures/structures_labelled_le20.jsonl.gz"),
        ("jsonl-mp-gt20", "mp_structures/structures_labelled_gt20.jsonl.gz"),
    ];

    private readonly ResultTable table = new("data");

    public static Command Create()
    {
        var files = new Option<int>("--files") { Description = "crystals that are written as CIF files, each in two forms", DefaultValueFactory = _ => 500 };
        var repeats = new Option<int>("--repeats") { Description = "timings to take the median of", DefaultValueFactory = _ => 7 };
        var command = new Command("data", "CIF files and structure records per second, beside pymatgen, json and pandas.") { files, repeats };
        command.SetAction(parsed => new DataCommand().Run(parsed.GetValue(files), parsed.GetValue(repeats)));
        return command;
    }

    private void Run(int files, int repeats)
    {
        RunCif(files, repeats);
        RunRecords(repeats);
        new FeatureRates(Put).Run();
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    private void RunCif(int files, int repeats)
    {
        using var written = new CifFiles(files);
        string[] all = [.. written.Plain, .. written.Symmetric];
        var peer = PythonPeer.Run<CifPeer>("cif_parser.py", all);
        CheckEqual(peer, all);
        var plain = written.Plain.Count;
        foreach (var (name, from, to) in new[] { ("cif", 0, all.Length), ("cif-p1", 0, plain), ("cif-symmetric", plain, all.Length) })
        {
            var paths = all[from..to];
            var theirs = paths.Length / peer.Seconds[from..to].Sum();
            Put(new($"pymatgen-{name}", "per_s", theirs, "1/s"));
            foreach (var threads in new[] { 1, 2 })
            {
                var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
                var ours = Time(name, paths.Length, threads, repeats, () =>
                {
                    if (threads == 1) foreach (var path in paths) GC.KeepAlive(Cif.Read(path));
                    else Parallel.ForEach(paths, parallel, path => GC.KeepAlive(Cif.Read(path)));
                });
                Put(new(name, "ratio_reference", ours / theirs, "1") { Threads = threads });
            }
        }
    }

    private void RunRecords(int repeats)
    {
        var plain = Path.Combine(Path.GetTempPath(), $"matnb-bench-{Environment.ProcessId}.jsonl");
        try
        {
            Unpack(DataFolders.ExternalFile(Records), plain);
            (string Case, string Path)[] files = [.. RecordFiles.Select(file => (file.Case, DataFolders.ExternalFile(file.File))), ("jsonl-plain", plain)];
            var peer = PythonPeer.Run<JsonlPeer>("jsonl_reader.py", files.Select(file => file.Path));
            foreach (var (index, (name, path)) in files.Index())
            {
                CheckEqual(peer, index, path);
                var (json, pandas) = (peer.Rows[index] / peer.JsonSeconds[index], peer.Rows[index] / peer.PandasSeconds[index]);
                Put(new($"json-{name}", "per_s", json, "1/s"));
                Put(new($"pandas-{name}", "per_s", pandas, "1/s"));
                var threads = Math.Min(2, Environment.ProcessorCount);
                var ours = Time(name, peer.Rows[index], threads, repeats, () => GC.KeepAlive(StructureRecords.Read(path).Count()));
                Put(new(name, "ratio_reference", ours / Math.Max(json, pandas), "1") { Threads = threads });
            }
        }
        finally
        {
            File.Delete(plain);
        }
    }

    private double Time(string name, int count, int threads, int repeats, Action run)
    {
        var rates = new List<double>();
        for (var turn = -3; turn < repeats; turn++) // the first three warm up
        {
            var begin = Stopwatch.GetTimestamp();
            run();
            if (turn >= 0) rates.Add(count / Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }
        rates.Sort();
        Put(new(name, "per_s", rates[rates.Count / 2], "1/s") { Lower = rates[0], Upper = rates[^1], Seeds = repeats, Threads = threads });
        return rates[rates.Count / 2];
    }

    private static void CheckEqual(CifPeer peer, string[] paths)
    {
        var sites = 0;
        foreach (var (index, path) in paths.Index())
        {
            var ours = Cif.Read(path);
            if (peer.Lattices[index] is not { } theirs)
                throw new InvalidOperationException($"pymatgen refuses {Path.GetFileName(path)} ({ours}); nothing was timed.");
            var (a, b, c, alpha, beta, gamma) = ours.Lattice.Parameters;
            if (theirs.Zip([a, b, c, alpha, beta, gamma], (there, here) => Math.Abs(there - here)).Max() > 1e-5)
                throw new InvalidOperationException($"{ours} has the lattice {string.Join(' ', theirs)} in pymatgen; nothing was timed.");
            CheckSites(ours, peer.Symbols[index]!, peer.Places[index]!);
            sites += ours.Sites.Length;
        }
        AnsiConsole.MarkupLineInterpolated($"all {paths.Length:n0} files give pymatgen's lattices and {sites:n0} sites ({peer.Pymatgen}, Python {peer.Python})");
    }

    private static void CheckSites(Crystal ours, string[] symbols, double[] places)
    {
        if (symbols.Length != ours.Sites.Length)
            throw new InvalidOperationException($"{ours} has {symbols.Length} sites in pymatgen; nothing was timed.");
        var left = Enumerable.Range(0, symbols.Length).ToHashSet();
        foreach (var site in ours.Sites)
        {
            var same = left.FirstOrDefault(
                there => symbols[there] == site.Element.Symbol && Apart(ours.Lattice, site.Position, new(places[3 * there], places[(3 * there) + 1], places[(3 * there) + 2])) < SamePlace, -1);
            if (!left.Remove(same)) throw new InvalidOperationException($"{ours}: the site {site} is not in what pymatgen reads; nothing was timed.");
        }
    }

    private static double Apart(Lattice lattice, Fractional left, Fractional right)
    {
        var (a, b, c) = (left.A - right.A, left.B - right.B, left.C - right.C);
        return lattice.ToCartesian(new(a - Math.Round(a), b - Math.Round(b), c - Math.Round(c))).Length;
    }

    private static void CheckEqual(JsonlPeer peer, int index, string path)
    {
        var (rows, sum) = (0, 0.0);
        foreach (var record in StructureRecords.Read(path))
        {
            rows++;
            var (a, b, c, alpha, beta, gamma) = record.Crystal.Lattice.Parameters;
            sum += a + b + c + alpha + beta + gamma + record.Crystal.Sites.Sum(site => site.Position.A + site.Position.B + site.Position.C);
        }
        if (rows != peer.Rows[index] || Math.Abs(sum - peer.Sums[index]) > 1e-9 * Math.Abs(sum))
            throw new InvalidOperationException($"{path} has {peer.Rows[index]} rows that add up to {peer.Sums[index]} in Python, {rows} and {sum} here; nothing was timed.");
        AnsiConsole.MarkupLineInterpolated($"{Path.GetFileName(path)}: all {rows:n0} rows add up to Python's (pandas {peer.Pandas}, Python {peer.Python})");
    }

    private static void Unpack(string packed, string plain)
    {
        using var from = new System.IO.Compression.GZipStream(File.OpenRead(packed), System.IO.Compression.CompressionMode.Decompress);
        using var to = File.Create(plain);
        from.CopyTo(to);
    }

    private void Put(ResultRow row)
    {
        table.Put(row);
        AnsiConsole.MarkupLineInterpolated($"{row.Case,-24} {row.Metric,-18} {row.Value,12:n1} {row.Unit,-4} {row.Threads} thread(s)");
    }
}
