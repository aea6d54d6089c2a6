using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.PgGos.Tokens;
using static TorchSharp.torch;

namespace MatNotebooks.Frameworks.PgGos.Generation;

/// <summary>
/// PG-GOS's generator (Eq. 24–27): an LSTM that writes crystals token by token from a latent vector z ~ N(0, I), and an encoder that reads
/// latents from crystals. A grammar masks every token, so that whatever the weights are, what comes out is a crystal.
/// </summary>
/// <remarks>
/// Tokens: space group; symmetry and element of one site of each orbit; volume per atom and free ratios and leanings of the cell; free
/// coordinates. Numbers are written in two tokens, 960 levels. Space groups, site symmetries, elements and sizes are those of the
/// training crystals.
/// </remarks>
public sealed partial class CrystalGenerator : IDisposable
{
    private const int WrittenAtOnce = 256;

    private readonly SequenceSampler sampler;

    private CrystalGenerator(GeneratorOptions options, CrystalVocabulary words)
    {
        (Options, Words) = (options, words);
        Network = new(options, words.Size);
        sampler = new(Network, words);
    }

    /// <summary>Its shape and how it was trained.</summary>
    public GeneratorOptions Options { get; }

    /// <summary>Elements that it can place, by atomic number.</summary>
    public IReadOnlyList<Chemistry.Element> Elements => Words.KnownElements;

    internal CrystalVocabulary Words { get; }

    internal GeneratorNetwork Network { get; }

    /// <summary>Trains a generator; the same crystals, options and number of threads give the same weights.</summary>
    /// <param name="crystals">What it learns from; ordered crystals. What has no symmetric form within the tolerance is left out.</param>
    /// <param name="options">Shape and training.</param>
    /// <param name="progress">Told after every epoch. The default is nobody.</param>
    /// <param name="cancellation">Ends training after the running step.</param>
    /// <exception cref="ArgumentException">No crystal can be written in tokens; the message says why the first cannot.</exception>
    /// <exception cref="InvalidOperationException">spglib is not installed, or the loss is no longer finite.</exception>
    public static CrystalGenerator Train(
        IReadOnlyList<Crystal> crystals, GeneratorOptions options, IProgress<GeneratorEpoch>? progress = null, CancellationToken cancellation = default)
    {
        var read = SymmetricCrystals.Of(crystals, options.Tolerance);
        var whole = read.Select(pair => pair.Crystal).OfType<SymmetricCrystal>().ToArray();
        if (whole.Length == 0)
            throw new ArgumentException($"None of {crystals.Count} crystals can be written in tokens{(read.Length > 0 ? $"; of the first: {read[0].Problem}" : "")}. Give ordered crystals.");
        var generator = new CrystalGenerator(options, new(whole));
        var sequences = whole.Select(crystal => generator.Words.Write(crystal).Tokens).OfType<int[]>().Select(tokens => new TokenSequence(generator.Words, tokens)).ToArray();
        new GeneratorTraining(generator.Network, generator.sampler, sequences, options).Run(generator.Words, progress, cancellation);
        return generator;
    }

    /// <summary>A generator that knows words but learned nothing: random weights.</summary>
    internal static CrystalGenerator Untrained(CrystalVocabulary words, GeneratorOptions options) => new(options, words);

    /// <summary>Writes crystals from latents drawn from N(0, I).</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="seed">Seed of latents and tokens. The default is 0.</param>
    /// <param name="temperature">Above 1 bolder, below 1 nearer to the most probable | no unit, at least 0. The default is 1.</param>
    public IReadOnlyList<LatentCrystal> Sample(int count, int seed = 0, double temperature = 1)
    {
        if (count < 1) throw new ArgumentOutOfRangeException(nameof(count), $"count is {count}; at least 1 crystal must be asked for.");
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Chunk(WrittenAtOnce).SelectMany(part => Write(LatentNoise.Draw(part.Length * Options.Latent, random), temperature, random))];
    }

    /// <summary>Writes one crystal for each latent.</summary>
    /// <param name="latents">Latent vectors, (crystals)(latent).</param>
    /// <param name="seed">Seed of the tokens. The default is 0.</param>
    /// <param name="temperature">0, the default, takes the most probable token each time | no unit, at least 0.</param>
    /// <exception cref="ArgumentException">A latent of another length.</exception>
    public IReadOnlyList<LatentCrystal> Decode(IReadOnlyList<IReadOnlyList<float>> latents, int seed = 0, double temperature = 0)
    {
        if (latents.FirstOrDefault(latent => latent.Count != Options.Latent) is { } wrong)
            throw new ArgumentException($"A latent has {wrong.Count} numbers; this generator's have {Options.Latent}.");
        var random = new Random(seed);
        return [.. latents.Chunk(WrittenAtOnce).SelectMany(part => Write([.. part.SelectMany(latent => latent)], temperature, random))];
    }

    /// <summary>Reads the latent vectors of crystals: the means of E(z | crystal).</summary>
    /// <returns>For each crystal its latent, (latent); null where it cannot be written in this generator's tokens.</returns>
    public IReadOnlyList<float[]?> Encode(IReadOnlyList<Crystal> crystals) => Encode(Sequences(crystals));

    /// <summary>Reads the latent vectors of what this generator wrote, from the very tokens: the means of E(z | crystal).</summary>
    /// <returns>For each crystal its latent, (latent).</returns>
    /// <exception cref="ArgumentException">Another generator wrote one of them.</exception>
    public IReadOnlyList<float[]> Encode(IReadOnlyList<LatentCrystal> written) =>
        [.. Encode([.. written.Select(one => new TokenSequence(Words, [.. one.Tokens]))]).Select(latent => latent!)];

    /// <summary>Writes crystals in tokens and reads them again; null where that cannot be.</summary>
    public IReadOnlyList<Crystal?> RoundTrip(IReadOnlyList<Crystal> crystals) =>
        [.. Sequences(crystals).Select(sequence => sequence is null ? null : Words.Read(sequence.Tokens).ToCrystal())];

    /// <inheritdoc/>
    public void Dispose() => Network.Dispose();

    /// <summary>Writes one crystal for each latent, from a generator of one's own.</summary>
    internal LatentCrystal[] Write(float[] latents, double temperature, Random random) =>
    [
        .. sampler.Write(latents, Options.Latent, temperature, random).Select((written, row) => new LatentCrystal(
            written.Sentence.ToCrystal().ToCrystal(), latents[(row * Options.Latent)..((row + 1) * Options.Latent)], written.Tokens)),
    ];

    private float[]?[] Encode(TokenSequence?[] sequences)
    {
        var latents = new float[]?[sequences.Length];
        foreach (var places in Enumerable.Range(0, sequences.Length).Where(place => sequences[place] is not null).OrderBy(place => sequences[place]!.Length).Chunk(WrittenAtOnce))
        {
            using var scope = NewDisposeScope();
            using var still = no_grad();
            var means = Network.Encode(new([.. places.Select(place => sequences[place]!)], Words.Size)).Mean.data<float>().ToArray();
            foreach (var (row, place) in places.Index()) latents[place] = means[(row * Options.Latent)..((row + 1) * Options.Latent)];
        }
        return latents;
    }

    private TokenSequence?[] Sequences(IReadOnlyList<Crystal> crystals) =>
    [
        .. SymmetricCrystals.Of(crystals, Options.Tolerance)
            .Select(pair => pair.Crystal is null ? null : Words.Write(pair.Crystal).Tokens)
            .Select(tokens => tokens is null ? null : new TokenSequence(Words, tokens)),
    ];
}
