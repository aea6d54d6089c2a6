namespace MatNotebooks.Frameworks.Arem.Running.Definitions;

/// <summary>Where the tasks of a campaign run.</summary>
public sealed record PlaceDefinition
{
    /// <summary>Kinds of place: this machine, or a Slurm cluster.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["local", "slurm"];

    /// <summary>Which, one of <see cref="Kinds"/>. The default is "local".</summary>
    public string On { get; init => field = DefinitionRange.OneOf(value, Kinds, nameof(On)); } = "local";

    /// <summary>Cores to divide; on a cluster the most, fewer while its nodes have fewer | 1 to 100,000. The default is all of this machine.</summary>
    public int Cores { get; init => field = DefinitionRange.Within(value, 1, 100_000, nameof(Cores)); } = Environment.ProcessorCount;

    /// <summary>Memory each simulation may take | GiB, 0.0625 to 65,536. The default, 0, is the simulator's own limit.</summary>
    public double Memory { get; init => field = value == 0 ? 0 : DefinitionRange.Within(value, 0.0625, 65_536, "GiB", nameof(Memory)); }

    /// <summary>Partition (Slurm). The default is the cluster's.</summary>
    public string? Partition { get; init; }

    /// <summary>Account that pays (Slurm). The default is the user's.</summary>
    public string? Account { get; init; }

    /// <summary>Quality of service (Slurm). The default is the account's.</summary>
    public string? Qos { get; init; }

    /// <summary>Shell before each program on a node (Slurm), such as ". /etc/profile; module load xtb". The default is none.</summary>
    public string Prologue { get; init; } = "";

    /// <summary>Words before each program on a node (Slurm), such as "apptainer exec /shared/codes.sif". The default is none.</summary>
    public string Container { get; init; } = "";

    /// <summary>Folder that this machine and the nodes share (Slurm). The default lies beside the ledger.</summary>
    public string? SharedFolder { get; init; }

    /// <summary>The same | bytes.</summary>
    internal long MemoryBytes => (long)(Memory * (1L << 30));
}
