namespace MatNotebooks.Gpu;

/// <summary>What is run, on what, and where its numbers go.</summary>
internal sealed record GpuOptions
{
    /// <summary>cuda, cuda:1 or cpu.</summary>
    public required string Device { get; init; }

    /// <summary>A .jsonl(.gz) file of crystals with e_form_eV_atom.</summary>
    public required string Data { get; init; }

    /// <summary>A checkout of the Python reference; null to time nothing beside.</summary>
    public string? Reference { get; init; }

    /// <summary>The Python that has PyTorch.</summary>
    public string Python { get; init; } = "python3";

    /// <summary>The script that times the reference; null where there is none to time.</summary>
    public string? Peer { get; init; }

    /// <summary>Where rows are written.</summary>
    public required string Output { get; init; }

    /// <summary>Commit of the sources.</summary>
    public string Commit { get; init; } = "unknown";

    /// <summary>After how long nothing more is begun | s.</summary>
    public double Seconds { get; init; } = 480;

    /// <summary>Whether timings may round the factors of matrix products to TF32.</summary>
    public bool AllowsTf32 { get; init; }

    /// <summary>How much is done.</summary>
    public required Workload Workload { get; init; }
}
