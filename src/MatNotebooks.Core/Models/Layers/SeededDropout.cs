using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>
/// Dropout that draws from a generator of its own, so that models trained side by side do not disturb one another's chance.
/// <see cref="Reseed"/> starts the sequence anew; training does so at every epoch, which makes a resumed run repeat an uninterrupted one.
/// </summary>
internal sealed class SeededDropout : nn.Module<Tensor, Tensor>
{
    private readonly double probability;
    private ulong seed;
    private Generator? generator;

    public SeededDropout(double probability, int seed)
        : base(nameof(SeededDropout)) => (this.probability, this.seed) = (probability, (ulong)seed);

    /// <summary>Whether anything is dropped in training.</summary>
    public bool Drops => probability > 0;

    /// <summary>Starts the sequence that a seed stands for.</summary>
    public void Reseed(int newSeed)
    {
        generator?.Dispose();
        (seed, generator) = ((ulong)newSeed, null);
    }

    public override Tensor forward(Tensor input) => Keep(input) is { } keep ? input * keep : input;

    /// <summary>What values of the shape of a tensor are multiplied with: 0, or 1 over the share that stays; null where all stay as they are.</summary>
    public Tensor? Keep(Tensor like)
    {
        if (!training || probability == 0) return null;
        generator ??= new Generator(seed, like.device);
        return empty_like(like).bernoulli_(1 - probability, generator) / (1 - probability);
    }
}
