using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MatNotebooks.Cluster;
using MatNotebooks.Crystals;

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
    public string InputHash(Crystal crystal) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("gpaw single point " + GpawRequest.Write(crystal, options))));

    /// <inheritdoc/>
    public async Task<CalculationOutcome> CalculateAsync(Crystal crystal, CancellationToken cancellation = default)
    {
        var shared = crystal.Sites.FirstOrDefault(site => !site.IsOrdered);
        if (shared is not null)
            return CalculationOutcome.Of(
                FailureKind.BadInput,
                $"Crystal {crystal.Id ?? "without id"} has a partly occupied site at {shared.Position}; GPAW needs every site filled by one element.");
        var job = new ProcessJob(options.Python, ["-c", script], GpawRequest.Write(crystal, options), options.Limit)
        {
            Environment = new Dictionary<string, string> { ["OMP_NUM_THREADS"] = "1" },
        };
        return GpawAnswer.Read(await LocalProcess.RunAsync(job, cancellation).ConfigureAwait(false), options);
    }

    private static string ReadScript()
    {
        const string name = "MatNotebooks.Simulation.Gpaw.single_point.py";
        using var stream = typeof(GpawCalculator).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}; build it again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
