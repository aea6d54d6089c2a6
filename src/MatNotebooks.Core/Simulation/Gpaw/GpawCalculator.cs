using System.Globalization;
using MatNotebooks.Cluster;

namespace MatNotebooks.Simulation.Gpaw;

/// <summary>Density-functional theory with GPAW, plane waves and PAW setups, on one core.</summary>
/// <remarks>
/// Needs Debian's packages <c>gpaw</c> and <c>gpaw-data</c>, or another Python that has GPAW. Each calculation is a process of its own, so
/// that one that dies takes nothing with it.
/// </remarks>
public sealed class GpawCalculator : ICalculator
{
    private static readonly Lazy<string> OwnScript = new(ReadScript);

    private readonly GpawOptions options;
    private readonly string script;

    /// <summary>Prepares a calculator; nothing runs yet.</summary>
    /// <param name="options">Settings; the default is the recipe of the octet table.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public GpawCalculator(GpawOptions? options = null)
        : this(options ?? new(), OwnScript.Value)
    {
    }

    /// <summary>A calculator that runs another script than its own.</summary>
    internal GpawCalculator(GpawOptions options, string script) => (this.options, this.script) = (options.Checked(), script);

    /// <inheritdoc/>
    public string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"GPAW {options.Functional}, plane waves {options.Cutoff} eV, {options.KPoints}×{options.KPoints}×{options.KPoints} k-points, Fermi–Dirac {options.Width} eV");

    /// <inheritdoc/>
    public string InputHash(CalculationTask task) => CalculationText.Hash(Name(task.Kind) + (task.Crystal is null ? "no crystal" : GpawRequest.Write(task, options)));

    /// <inheritdoc/>
    public async Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default)
    {
        if (task.Crystal is null)
            return CalculationOutcome.Of(FailureKind.BadInput, $"{task.Name} is a molecule; GPAW computes crystals here. Put it in a cell (Molecule.In), or take xTB.");
        if (task.SharedSite is { } shared) return CalculationOutcome.Of(FailureKind.BadInput, shared);
        var request = GpawRequest.Write(task, options);
        var job = new ProcessJob(options.Python, ["-c", script], request, options.Limit)
        {
            Memory = options.Memory,
            Environment = new Dictionary<string, string> { ["OMP_NUM_THREADS"] = "1", ["OPENBLAS_NUM_THREADS"] = "1" },
        };
        try
        {
            return GpawAnswer.Read(await job.RunAsync(cancellation).ConfigureAwait(false), job, task, request);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return WorkFolder.Failure(error);
        }
    }

    // Hashes of single points stay what they were before there were other kinds.
    private static string Name(CalculationKind kind) => kind == CalculationKind.SinglePoint ? "gpaw single point " : $"gpaw {kind} ";

    private static string ReadScript()
    {
        const string name = "MatNotebooks.Simulation.Gpaw.calculation.py";
        using var stream = typeof(GpawCalculator).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}; build it again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
