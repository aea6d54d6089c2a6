using System.Collections.Immutable;
using System.Globalization;
using MatNotebooks.Cluster;
using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation.Lammps;

/// <summary>Crystals by a published interatomic potential with LAMMPS, on one core.</summary>
/// <remarks>
/// Needs Debian's packages <c>lammps</c> and <c>lammps-data</c>. Gives energy, forces and stress, and relaxes positions and cell. Each
/// calculation is a process of its own in a folder of its own. Of the codes for such potentials it is the one that Debian carries: GULP is not
/// there, and the package <c>gulp</c> is a tool for JavaScript.
/// </remarks>
public sealed class LammpsCalculator : ICalculator
{
    private const string Mend = "Install LAMMPS (Debian: apt install lammps lammps-data), or name the program (LammpsOptions.Program).";

    // One process needs none of the daemons and networks that MPI sets up otherwise, which takes longer than most calculations.
    private static readonly Dictionary<string, string> Alone = new()
    {
        ["OMP_NUM_THREADS"] = "1", ["OMPI_MCA_ess_singleton_isolated"] = "1", ["OMPI_MCA_btl"] = "self", ["OMPI_MCA_pml"] = "ob1",
    };

    private readonly InteratomicPotential potential;
    private readonly LammpsOptions options;

    /// <summary>Prepares a calculator; nothing runs yet.</summary>
    /// <param name="potential">The potential.</param>
    /// <param name="options">Settings.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public LammpsCalculator(InteratomicPotential potential, LammpsOptions? options = null) =>
        (this.potential, this.options) = (potential, (options ?? new()).Checked());

    /// <inheritdoc/>
    public string Description => $"LAMMPS, {potential.Name}";

    /// <inheritdoc/>
    public string InputHash(CalculationTask task) => CalculationText.Hash(
        $"lammps {task.Kind} {(Refusal(task) is { } refusal ? refusal : LammpsInput.Of(task, potential, options).Text)}");

    /// <inheritdoc/>
    public async Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default)
    {
        if (Refusal(task) is { } refusal) return CalculationOutcome.Of(FailureKind.BadInput, refusal);
        try
        {
            using var folder = new WorkFolder();
            var input = LammpsInput.Of(task, potential, options);
            folder.Write(LammpsInput.ScriptName, input.Script.Replace("{potentials}", options.PotentialFolder, StringComparison.Ordinal));
            folder.Write(LammpsInput.DataName, input.Data);
            var job = new ProcessJob(options.Program, ["-in", LammpsInput.ScriptName, "-log", "none", "-nocite"], "", options.Limit)
            {
                Folder = folder.Location,
                Memory = options.Memory,
                Environment = Alone,
            };
            var outcome = await job.RunAsync(cancellation).ConfigureAwait(false);
            return Failure(outcome, job) is { } failure ? CalculationOutcome.Of(failure) : Read(task, input, outcome, folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return WorkFolder.Failure(error);
        }
    }

    private string? Refusal(CalculationTask task)
    {
        if (task.Crystal is not { } crystal) return $"{task.Name} is a molecule; LAMMPS computes crystals here. Put it in a cell (Molecule.In), or take xTB.";
        if (task.SharedSite is { } shared) return shared;
        if (task.Elements.Cast<Chemistry.Element?>().FirstOrDefault(element => !potential.Elements.Contains(element!)) is { } unknown)
            return $"{task.Name} holds {unknown.Symbol}, which {potential.Name} does not know; it knows {string.Join(", ", potential.Elements)}.";
        if (!LammpsFrame.IsRightHanded(crystal.Lattice)) return $"{task.Name} has left-handed lattice vectors, which LAMMPS does not take; exchange two of them, and the coordinates.";
        var charge = potential.Charges.IsEmpty ? 0 : task.Elements.Sum(element => potential.Charges[potential.Elements.IndexOf(element)]);
        return charge == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"The cell of {task.Name} has charge {charge:+0.##;-0.##}; the ions of {potential.Name} must sum to 0.");
    }

    private static CalculationFailure? Failure(ProcessOutcome outcome, ProcessJob job) =>
        outcome is { Ending: ProcessEnding.Exited, ExitCode: not 0 } && LammpsOutput.Complaint(outcome.Output + "\n" + outcome.Error) is { } complaint
            ? new(FailureKind.Crashed, $"LAMMPS stopped: {complaint}")
            : CalculationText.Failure(outcome, job, "LAMMPS", Mend);

    private CalculationOutcome Read(CalculationTask task, LammpsInput input, ProcessOutcome outcome, WorkFolder folder)
    {
        var text = outcome.Output;
        var crystal = task.Crystal!;
        var frame = new LammpsFrame(crystal.Lattice);
        if (LammpsOutput.Value(text, "pe") is not { } energy) return Unreadable("an energy", text);
        if (LammpsOutput.Stress(text) is not { } stress) return Unreadable("a stress", text);
        if (LammpsOutput.Lattice(text) is not { } box) return Unreadable("a cell", text);
        if (LammpsOutput.Atoms(folder.Read(LammpsInput.AtomsName), crystal.Sites.Length) is not { } atoms) return Unreadable($"the atoms ({LammpsInput.AtomsName})", text);
        if (NotSettled(task.Kind, atoms.Max(atom => atom.Force.Length), stress.Voigt.Max(Math.Abs)) is { } unsettled)
            return CalculationOutcome.Of(FailureKind.NotConverged, unsettled);
        return CalculationOutcome.Of(new CalculationResult
        {
            Energy = energy,
            Forces = [.. atoms.Select(atom => frame.OutOf(atom.Force))],
            Stress = frame.OutOf(stress),
            Crystal = task.Kind == CalculationKind.SinglePoint ? crystal : Relaxed(crystal, frame, box, atoms),
            CoreSeconds = outcome.CoreSeconds,
            Source = new("LAMMPS", LammpsOutput.Version(text) ?? "unknown", input.Text),
        });
    }

    private string? NotSettled(CalculationKind kind, double force, double stress)
    {
        if (kind != CalculationKind.SinglePoint && force > options.ForceTolerance)
            return string.Create(CultureInfo.InvariantCulture, $"LAMMPS did not relax the atoms: a force of {force:g3} eV/Å is left, more than {options.ForceTolerance}. Start nearer to the minimum.");
        return kind == CalculationKind.CellRelaxation && stress > options.StressTolerance
            ? string.Create(CultureInfo.InvariantCulture, $"LAMMPS did not relax the cell: a stress of {stress:g3} GPa is left, more than {options.StressTolerance}. Start nearer to the minimum.")
            : null;
    }

    private static Crystal Relaxed(Crystal crystal, LammpsFrame frame, Lattice box, (Fractional Position, Cartesian Force)[] atoms) => new(
        new(frame.OutOf(box.A), frame.OutOf(box.B), frame.OutOf(box.C)),
        [.. crystal.Sites.Zip(atoms, (site, atom) => site.MovedTo(atom.Position.Wrapped))],
        crystal.Id);

    private static CalculationOutcome Unreadable(string what, string output) => CalculationOutcome.Of(
        FailureKind.UnreadableAnswer, $"LAMMPS ended well but {what} cannot be read from what it wrote; its last words: {CalculationText.LastLine(output)}");
}
