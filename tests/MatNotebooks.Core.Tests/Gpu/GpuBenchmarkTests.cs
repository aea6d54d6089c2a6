using System.Diagnostics;
using System.Globalization;
using MatNotebooks.Crystals;
using MatNotebooks.Gpu;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Gpu;

/// <summary>The GPU's benchmark in miniature on the processor, so that it is ready the day a card is there.</summary>
public sealed class GpuBenchmarkTests : IDisposable
{
    private static readonly Workload Tiny = new(Checked: 6, Trained: 24, Batch: 8, WideBatch: 16, Epochs: 2, Sizes: [20, 30]);

    private readonly string folder = Directory.CreateTempSubdirectory("matnb-gpu-tests-").FullName;

    [Fact]
    public void A_dry_run_checks_times_and_writes_every_row()
    {
        var (code, said, rows) = Run(OptionsFor(Crystals(24)));
        Assert.Equal(0, code);
        Assert.Contains("gem-ppm, training", said);
        Assert.Contains("strained copies", said); // 30 crystals of 24
        string[] cases = ["train_cgcnn_size", "train_cgcnn_size_wide", "train_gem_ppm", "infer", "epoch_20", "epoch_30"];
        Assert.Equal(cases.Order(), rows.Select(row => row[1]).Distinct().Order());
        Assert.All(rows, row => Assert.True(double.Parse(row[3], CultureInfo.InvariantCulture) > 0, string.Join(',', row)));
        Assert.All(rows, row => Assert.Equal(("gpu", "processor", "abc1234"), (row[0], row[9], row[10])));
        Assert.Equal(["memory_gib", "per_s", "seconds"], rows.Where(row => row[1] == "epoch_30").Select(row => row[2]).Order());
    }

    [Fact]
    public void A_reference_that_fails_takes_only_the_ratios_away()
    {
        var options = OptionsFor(Crystals(24)) with { Reference = folder, Python = "sh", Peer = Script("echo no such package >&2; exit 3") };
        var (code, said, rows) = Run(options);
        Assert.Equal(1, code);
        Assert.Contains("no such package", said);
        Assert.DoesNotContain(rows, row => row[2] == "ratio_reference");
        Assert.Contains(rows, row => row[1] == "epoch_30");
    }

    [Fact]
    public void A_reference_that_answers_is_set_beside()
    {
        // Says what it was given: crystals times neighbours, as bytes of the file of distances.
        var answer = """{"torch": "2.6", "train_per_s": 2, "infer_per_s": 4, "epochs": 2, "mae": 0.5, "memory_gib": null}""";
        var options = OptionsFor(Crystals(24)) with { Reference = folder, Python = "sh", Peer = Script($"stat -c %s $2/distances.f32 > {folder}/bytes; echo '{answer}'") };
        var (code, _, rows) = Run(options);
        Assert.Equal(0, code);
        Assert.Equal(24 * 2 * 12 * 4, int.Parse(File.ReadAllText(Path.Combine(folder, "bytes")), CultureInfo.InvariantCulture)); // two atoms, twelve neighbours, four bytes
        var rate = Value(rows, "train_cgcnn_size", "per_s");
        Assert.Equal(rate / 2, Value(rows, "train_cgcnn_size", "ratio_reference"), rate * 1e-4);
    }

    [Fact]
    public void When_time_is_over_the_rest_is_left_out_with_a_word()
    {
        var (_, said, rows) = Run(OptionsFor(Crystals(24)) with { Seconds = 0 });
        Assert.Empty(rows);
        Assert.Contains("epoch_30: left out", said);
    }

    [Fact]
    public void Too_few_crystals_and_a_card_that_is_not_there_are_named()
    {
        Assert.Contains("holds 3 crystals", Assert.Throws<InvalidDataException>(() => Run(OptionsFor(Crystals(3)))).Message);
        Assert.Contains("cuda:63", Assert.Throws<ArgumentException>(() => Run(OptionsFor(Crystals(3)) with { Device = "cuda:63" })).Message);
    }

    [Theory]
    [InlineData("run.sh", "unpack the whole archive")]
    [InlineData("publish.sh nowhere.tar.xz nowhere.jsonl.gz", "nowhere.jsonl.gz is missing")]
    public void The_scripts_say_what_is_missing(string call, string word)
    {
        var scripts = Path.Combine(SharedData.RepositoryFolder, "bench", "gpu");
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", $"{scripts}/{call}"]) { RedirectStandardError = true, WorkingDirectory = folder })!;
        var said = bash.StandardError.ReadToEnd();
        bash.WaitForExit();
        Assert.Equal(1, bash.ExitCode);
        Assert.Contains(word, said);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private (int Code, string Said, string[][] Rows) Run(GpuOptions options)
    {
        using var said = new StringWriter();
        var code = new GpuBenchmark(options, said).Run();
        return (code, said.ToString(), File.Exists(options.Output) ? [.. File.ReadLines(options.Output).Skip(1).Select(line => line.Split(','))] : []);
    }

    private GpuOptions OptionsFor(string data) =>
        new() { Device = "cpu", Data = data, Output = Path.Combine(folder, "gpu.csv"), Commit = "abc1234", Workload = Tiny };

    /// <summary>Rocksalt crystals of two atoms.</summary>
    private string Crystals(int count)
    {
        var path = Path.Combine(folder, $"{count}.jsonl");
        var lines = Enumerable.Range(0, count).Select(place => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"id":"salt-{{place}}","lat":[{{4 + (0.01 * place)}},{{4 + (0.01 * place)}},{{4 + (0.01 * place)}},60,60,60],"sp":["Na","Cl"],"n":[1,1],"xyz":[0,0,0,0.5,0.5,0.5],"e_form_eV_atom":{{-2 + (0.01 * place)}}}"""));
        File.WriteAllLines(path, lines);
        return path;
    }

    private string Script(string body)
    {
        var path = Path.Combine(folder, "peer.sh");
        File.WriteAllText(path, body + "\n");
        return path;
    }

    private static double Value(string[][] rows, string name, string metric) =>
        double.Parse(rows.Single(row => row[1] == name && row[2] == metric)[3], CultureInfo.InvariantCulture);
}
