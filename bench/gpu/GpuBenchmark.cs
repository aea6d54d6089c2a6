using System.Diagnostics;
using MatNotebooks.Bench.Results;
using MatNotebooks.Models;
using MatNotebooks.Training;
using static TorchSharp.torch;

namespace MatNotebooks.Gpu;

/// <summary>The whole course: equality, training and inference beside the reference, epochs of four sizes; rows of experiment "gpu".</summary>
internal sealed class GpuBenchmark
{
    private readonly GpuOptions options;
    private readonly TextWriter say;
    private readonly Device device;
    private readonly Workload workload;
    private readonly ResultTable table;
    private readonly long began = Stopwatch.GetTimestamp();
    private bool referenceFailed;

    /// <exception cref="ArgumentException">There is no such device.</exception>
    public GpuBenchmark(GpuOptions options, TextWriter say)
    {
        (this.options, this.say, workload) = (options, say, options.Workload);
        device = ComputeDevice.Choose(options.Device);
        table = new("gpu", options.Output, new(Card.NameOf(device).Replace(',', ' '), options.Commit));
    }

    private TimeSpan Left => TimeSpan.FromSeconds(options.Seconds) - Stopwatch.GetElapsedTime(began);

    /// <summary>Runs it; what no time is left for is left out, with a word.</summary>
    /// <returns>0; 1 where the reference failed, which takes the ratios away and nothing else.</returns>
    /// <exception cref="InvalidOperationException">The device does not compute what the processor does.</exception>
    public int Run()
    {
        say.WriteLine($"libtorch {__version__} on {device}");
        var crystals = new GpuData(options.Data);
        backends.cuda.matmul.allow_tf32 = backends.cudnn.allow_tf32 = false;
        var worst = new EqualityCheck(device, crystals.Take(workload.Checked), say).Run();
        say.WriteLine($"{device} and processor agree within {worst:E1}");
        backends.cuda.matmul.allow_tf32 = backends.cudnn.allow_tf32 = options.AllowsTf32;
        Train(crystals);
        foreach (var size in workload.Sizes) Epoch(crystals, size);
        say.WriteLine($"written to {table.FilePath} after {Stopwatch.GetElapsedTime(began).TotalSeconds:f0} s");
        return referenceFailed ? 1 : 0;
    }

    private void Train(GpuData crystals)
    {
        var data = crystals.Take(Math.Min(workload.Trained, crystals.Real));
        var held = data.Count / 10; // as the reference: the last tenth
        var (train, validation) = (data.At(Enumerable.Range(0, data.Count - held)), data.At(Enumerable.Range(data.Count - held, held)));
        var reference = Reference(data);
        Time("train_cgcnn_size", TimedTraining.CgcnnSize, workload.Batch);
        Time("train_cgcnn_size_wide", TimedTraining.CgcnnSize, workload.WideBatch);
        Time("train_gem_ppm", TimedTraining.GemPpm, workload.WideBatch);
        Infer(data, reference);

        void Time(string name, Func<PropertyModel> build, int batch)
        {
            if (OutOfTime(name)) return;
            var measured = new TimedTraining(device, batch, workload.Epochs).Run(build, train, validation, Left / 4);
            say.WriteLine($"{name}: {measured.PerSecond:n0}/s with {batch} crystals a step, {measured.MeanAbsoluteError:f4} eV/atom after {measured.Epochs} epochs");
            Put(name, "per_s", measured.PerSecond, "1/s");
            Put(name, "mae", measured.MeanAbsoluteError, "eV/atom");
            Put(name, "memory_gib", Card.UsedGib(device), "GiB");
            if (reference is not null) Put(name, "ratio_reference", measured.PerSecond / reference.TrainPerSecond, "1");
        }
    }

    private ReferencePeer? Reference(TrainingData data)
    {
        if (options.Reference is null) return null;
        try
        {
            var reference = ReferencePeer.Run(options, data, Left.TotalSeconds / 4);
            say.WriteLine($"reference: training {reference.TrainPerSecond:n0}/s, inference {reference.InferPerSecond:n0}/s, {reference.MeanAbsoluteError:f4} eV/atom after {reference.Epochs} epochs");
            Put("reference", "per_s", reference.TrainPerSecond, "1/s");
            Put("reference", "infer_per_s", reference.InferPerSecond, "1/s");
            Put("reference", "mae", reference.MeanAbsoluteError, "eV/atom");
            if (reference.MemoryGib is { } memory) Put("reference", "memory_gib", memory, "GiB");
            return reference;
        }
        catch (InvalidOperationException failed)
        {
            referenceFailed = true;
            say.WriteLine($"{failed.Message}\nGoing on without it.");
            return null;
        }
    }

    private void Infer(TrainingData data, ReferencePeer? reference)
    {
        if (OutOfTime("infer")) return;
        using var trained = new TimedTraining(device, workload.Batch, 1).Once(TimedTraining.CgcnnSize, data.At(Enumerable.Range(0, workload.Checked)));
        trained.Predict(data); // kernels are chosen, memory is taken
        var start = Stopwatch.GetTimestamp();
        trained.Predict(data);
        var rate = data.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        say.WriteLine($"infer: {rate:n0}/s");
        Put("infer", "per_s", rate, "1/s");
        if (reference is not null) Put("infer", "ratio_reference", rate / reference.InferPerSecond, "1");
    }

    private void Epoch(GpuData crystals, int size)
    {
        var name = size % 1000 == 0 ? $"epoch_{size / 1000}k" : $"epoch_{size}";
        if (OutOfTime(name)) return;
        var start = Stopwatch.GetTimestamp();
        var data = crystals.Take(size);
        var made = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var few = data.At(Enumerable.Range(0, Math.Min(data.Count, workload.Checked)));
        var measured = new TimedTraining(device, workload.WideBatch, 3).Run(TimedTraining.CgcnnSize, data, few, Left / 2);
        var memory = Card.UsedGib(device);
        var copies = size > crystals.Real ? $" ({crystals.Real:n0} real, the rest strained copies)" : "";
        say.WriteLine($"{name}: {measured.EpochSeconds:f3} s an epoch of {size:n0} crystals{copies}, {measured.PerSecond:n0}/s, {memory:f2} GiB in use; graphs made in {made:f1} s");
        Put(name, "seconds", measured.EpochSeconds, "s");
        Put(name, "per_s", measured.PerSecond, "1/s");
        Put(name, "memory_gib", memory, "GiB");
    }

    private bool OutOfTime(string what)
    {
        if (Left > TimeSpan.Zero) return false;
        say.WriteLine($"{what}: left out, {options.Seconds:f0} s are over");
        return true;
    }

    private void Put(string name, string metric, double value, string unit) => table.Put(new(name, metric, value, unit));
}
