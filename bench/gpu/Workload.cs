namespace MatNotebooks.Gpu;

/// <summary>How much is done.</summary>
/// <param name="Checked">Crystals that device and processor are compared on.</param>
/// <param name="Trained">Crystals that training is timed on.</param>
/// <param name="Batch">Crystals per step, of the reference too.</param>
/// <param name="WideBatch">Crystals per step where the card should be full.</param>
/// <param name="Epochs">Epochs of each timed training, of the reference too.</param>
/// <param name="Sizes">Data sets whose epochs are timed (Table 1).</param>
internal sealed record Workload(int Checked, int Trained, int Batch, int WideBatch, int Epochs, int[] Sizes)
{
    /// <summary>Ten minutes at most on one card.</summary>
    public static Workload Full { get; } = new(96, 15_000, 256, 2048, 8, [10_000, 50_000, 100_000, 500_000]);

    /// <summary>Seconds on a processor.</summary>
    public static Workload Dry { get; } = new(12, 60, 16, 32, 2, [40, 80]);
}
