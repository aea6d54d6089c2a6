using MatNotebooks.Cluster;

namespace MatNotebooks.Simulation.Xtb;

/// <summary>Molecules by extended tight binding, on one core.</summary>
/// <remarks>
/// Needs Debian's package <c>xtb</c>. Gives energy, forces (single points), relaxed positions, HOMO and LUMO, dipole moment and
/// polarisability (GFN2-xTB), and vibrations. Each calculation is a process of its own in a folder of its own.
/// </remarks>
public sealed class XtbCalculator : ICalculator
{
    private const string Mend = "Install xTB (Debian: apt install xtb), or name the program (XtbOptions.Program).";

    private readonly XtbOptions options;

    /// <summary>Prepares a calculator; nothing runs yet.</summary>
    /// <param name="options">Settings; the default is GFN2-xTB of neutral molecules.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public XtbCalculator(XtbOptions? options = null) => this.options = (options ?? new()).Checked();

    /// <inheritdoc/>
    public string Description => options.Method switch
    {
        XtbMethod.Gfn1 => "GFN1-xTB",
        XtbMethod.Gfn2 => "GFN2-xTB",
        _ => "GFN-FF",
    } + (options.Charge == 0 ? "" : $", charge {options.Charge:+0;-0}") + (options.UnpairedElectrons == 0 ? "" : $", {options.UnpairedElectrons} unpaired electrons");

    /// <inheritdoc/>
    public string InputHash(CalculationTask task) =>
        CalculationText.Hash($"xtb {task.Kind} {(task.Molecule is null ? "no molecule" : XtbInput.Of(task, options).Text)}");

    /// <inheritdoc/>
    public async Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default)
    {
        if (task.Molecule is null)
            return CalculationOutcome.Of(FailureKind.BadInput, $"{task.Name} is a crystal; xTB computes molecules here. Take GPAW or LAMMPS for crystals.");
        try
        {
            using var folder = new WorkFolder();
            var input = XtbInput.Of(task, options);
            folder.Write(XtbInput.FileName, input.Geometry);
            folder.Write(XtbInput.SettingsName, XtbInput.Settings);
            var job = new ProcessJob(options.Program, [XtbInput.FileName, .. input.Arguments], "", options.Limit)
            {
                Folder = folder.Location,
                Memory = options.Memory,
                Environment = new Dictionary<string, string> { ["OMP_NUM_THREADS"] = "1", ["OPENBLAS_NUM_THREADS"] = "1" },
            };
            var outcome = await job.RunAsync(cancellation).ConfigureAwait(false);
            return Failure(outcome, job) is { } failure ? CalculationOutcome.Of(failure) : Read(task, input, outcome, folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return WorkFolder.Failure(error);
        }
    }

    private static CalculationFailure? Failure(ProcessOutcome outcome, ProcessJob job)
    {
        if (outcome.Ending == ProcessEnding.Exited && XtbOutput.Unsettled(outcome.Output) is { } unsettled)
            return new(FailureKind.NotConverged, $"xTB did not converge: {unsettled}.");
        return outcome is { Ending: ProcessEnding.Exited, ExitCode: not 0 } && XtbOutput.Complaint(outcome.Output) is { } complaint
            ? new(FailureKind.Crashed, $"xTB stopped: {complaint}")
            : CalculationText.Failure(outcome, job, "xTB", Mend);
    }

    private CalculationOutcome Read(CalculationTask task, XtbInput input, ProcessOutcome outcome, WorkFolder folder)
    {
        var text = outcome.Output;
        if (XtbOutput.Energy(text) is not { } energy) return Unreadable("a total energy", text);
        var relaxed = task.Kind == CalculationKind.SinglePoint ? task.Molecule : XtbOutput.Geometry(folder.Read("xtbopt.xyz"), task.Molecule!);
        if (relaxed is null) return Unreadable("the relaxed positions (xtbopt.xyz)", text);
        var forces = task.Kind == CalculationKind.SinglePoint ? XtbOutput.Forces(folder.Read("molecule.engrad"), relaxed.Atoms.Length) : [];
        if (forces is null) return Unreadable("the forces (molecule.engrad)", text);
        var frequencies = task.Kind == CalculationKind.Frequencies ? XtbOutput.Frequencies(text) : [];
        if (frequencies is null) return Unreadable("the vibrations", text);
        return CalculationOutcome.Of(new CalculationResult
        {
            Energy = energy,
            Forces = forces.Value,
            Molecule = relaxed,
            Frequencies = frequencies.Value,
            Gap = XtbOutput.Gap(text),
            Homo = XtbOutput.Level(text, "HOMO"),
            Lumo = XtbOutput.Level(text, "LUMO"),
            Dipole = XtbOutput.Dipole(text),
            Polarizability = XtbOutput.Polarizability(text),
            CoreSeconds = outcome.CoreSeconds,
            Source = new("xTB", XtbOutput.Version(text) ?? "unknown", input.Text),
        });
    }

    private static CalculationOutcome Unreadable(string what, string output) => CalculationOutcome.Of(
        FailureKind.UnreadableAnswer, $"xTB ended well but {what} cannot be read from what it wrote; its last words: {CalculationText.LastLine(output)}");
}
