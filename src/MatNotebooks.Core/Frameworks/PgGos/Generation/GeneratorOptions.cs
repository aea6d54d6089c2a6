namespace MatNotebooks.Frameworks.PgGos.Generation;

/// <summary>Shape and training of a <see cref="CrystalGenerator"/>.</summary>
public sealed record GeneratorOptions
{
    /// <summary>Length of the latent vector z, at least 1. The default is 16.</summary>
    public int Latent { get; init => field = AtLeast(1, value, nameof(Latent)); } = 16;

    /// <summary>Width of the recurrent layers, at least 1. The default is 256.</summary>
    public int Width { get; init => field = AtLeast(1, value, nameof(Width)); } = 256;

    /// <summary>Length of the tokens' learned vectors, at least 1. The default is 96.</summary>
    public int TokenWidth { get; init => field = AtLeast(1, value, nameof(TokenWidth)); } = 96;

    /// <summary>Passes over the crystals, at least 1. The default is 30.</summary>
    public int Epochs { get; init => field = AtLeast(1, value, nameof(Epochs)); } = 30;

    /// <summary>Crystals of a step, at least 1. The default is 64.</summary>
    public int BatchSize { get; init => field = AtLeast(1, value, nameof(BatchSize)); } = 64;

    /// <summary>Greatest step of Adam, reached after a tenth of training and then lowered along a cosine; greater than 0. The default is 3e-3.</summary>
    public double LearningRate { get; init => field = Positive(value, nameof(LearningRate)); } = 3e-3;

    /// <summary>Weight of the divergence of E(z | crystal) from N(0, I) in the loss (Eq. 25), at least 0. The default is 0.5.</summary>
    public double PriorWeight { get; init => field = NotNegative(value, nameof(PriorWeight)); } = 0.5;

    /// <summary>Weight λ of the consistency loss ‖z − E(G(z))‖² (Eq. 27), at least 0. The default is 0.1.</summary>
    public double ConsistencyWeight { get; init => field = NotNegative(value, nameof(ConsistencyWeight)); } = 0.1;

    /// <summary>How far sites may be from symmetry when crystals are read | Å, greater than 0. The default is 0.01.</summary>
    public double Tolerance { get; init => field = Positive(value, nameof(Tolerance)); } = 0.01;

    /// <summary>Seed of weights, order and latents. The default is 0.</summary>
    public int Seed { get; init; }

    private static int AtLeast(int least, int value, string name) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be at least {least}.");

    private static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be greater than 0.");

    private static double NotNegative(double value, string name) =>
        value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be at least 0.");
}
