using System.CommandLine;
using System.Globalization;
using MatNotebooks.Cluster;
using MatNotebooks.Cluster.Slurm;

namespace MatNotebooks.Kernel.Commands;

/// <summary>The options that say where a campaign runs; the same for every command that runs one.</summary>
internal static class QueueOptions
{
    private static readonly Option<string> On = new("--on")
    {
        HelpName = "PLACE", DefaultValueFactory = _ => "local", Description = "Where tasks run: local (this machine, the default) or slurm.",
    };

    private static readonly Option<int?> Cores = new("--cores", "--workers")
    {
        HelpName = "N", Description = "Tasks at a time, one core each. The default is one per core of this machine; on Slurm, 1000 in the queue.",
    };

    private static readonly Option<double?> Memory = new("--memory")
    {
        HelpName = "GIB", Description = "Memory each task may take | GiB; one that wants more fails. The default is the calculator's own limit.",
    };

    private static readonly Option<string?> Partition = new("--partition") { HelpName = "NAME", Description = "Slurm's partition. The default is the cluster's." };

    private static readonly Option<string?> Account = new("--account") { HelpName = "NAME", Description = "Slurm's account that pays. The default is yours." };

    private static readonly Option<string?> Qos = new("--qos") { HelpName = "NAME", Description = "Slurm's quality of service. The default is the account's." };

    private static readonly Option<string?> Constraint = new("--constraint") { HelpName = "FEATURES", Description = "Features a node must have, as Slurm writes them." };

    private static readonly Option<string?> Dependency = new("--dependency") { HelpName = "LIST", Description = "Jobs that must end first, as Slurm writes them: afterok:4711." };

    private static readonly Option<string?> Prologue = new("--prologue")
    {
        HelpName = "SHELL", Description = "Shell before each program on the node, such as '. /etc/profile; module load xtb'.",
    };

    private static readonly Option<string?> Container = new("--container")
    {
        HelpName = "WORDS", Description = "Words before each program on the node, such as 'apptainer exec /shared/codes.sif'.",
    };

    private static readonly Option<string?> Folder = new("--shared-folder")
    {
        HelpName = "FOLDER", Description = "Folder that this machine and the nodes share. The default lies beside the ledger.",
    };

    private static readonly Option[] OfSlurm = [Partition, Account, Qos, Constraint, Dependency, Prologue, Container, Folder];

    /// <summary>Every option.</summary>
    public static IEnumerable<Option> All => [On, Cores, Memory, .. OfSlurm];

    /// <summary>Adds every option to a command.</summary>
    public static Command WithQueue(this Command command)
    {
        foreach (var option in All) command.Add(option);
        return command;
    }

    /// <summary>What is wrong with the options, and how to mend it; null when nothing is.</summary>
    public static string? Wrong(ParseResult arguments)
    {
        var on = arguments.GetValue(On);
        if (on is not ("local" or "slurm")) return $"--on {on}: give local or slurm.";
        if (arguments.GetValue(Cores) is < 1 or > 100_000) return $"--cores {arguments.GetValue(Cores)}: give 1 to 100000.";
        var gibibytes = arguments.GetValue(Memory);
        if (gibibytes is { } memory && memory is not (>= 0.0625 and <= 65536)) return Text($"--memory {memory}: give 0.0625 to 65536 GiB.");
        if (on == "slurm") return null;
        if (OfSlurm.FirstOrDefault(option => arguments.GetResult(option) is { Implicit: false }) is { } stray) return $"{stray.Name} is for Slurm alone: give --on slurm too.";
        var queue = new LocalQueue();
        return DemandOf(arguments).Memory > queue.Memory ? Text($"--memory {gibibytes}: this machine has {queue.Memory / (double)(1 << 30):0.#} GiB; give less.") : null;
    }

    /// <summary>What each task needs, and may take at most.</summary>
    public static Demand DemandOf(ParseResult arguments) => new(1, (long)((arguments.GetValue(Memory) ?? 0) * (1 << 30)));

    /// <summary>Opens the queue that the options describe.</summary>
    /// <param name="arguments">The options.</param>
    /// <param name="ledger">The ledger's file.</param>
    /// <exception cref="IOException">Another process uses the shared folder, or the disk refuses.</exception>
    public static IWorkQueue Open(ParseResult arguments, string ledger) => arguments.GetValue(On) == "local"
        ? new LocalQueue(arguments.GetValue(Cores))
        : new SlurmQueue(
            new()
            {
                Folder = arguments.GetValue(Folder) ?? ledger + "-slurm",
                Partition = arguments.GetValue(Partition),
                Account = arguments.GetValue(Account),
                Qos = arguments.GetValue(Qos),
                Constraint = arguments.GetValue(Constraint),
                Dependency = arguments.GetValue(Dependency),
                Prologue = arguments.GetValue(Prologue) ?? "",
                Container = arguments.GetValue(Container)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
                MostAtOnce = arguments.GetValue(Cores) ?? 1000,
            },
            new Lines());

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Lines : IProgress<string>
    {
        public void Report(string value) => CampaignLines.Line($"{value}");
    }
}
