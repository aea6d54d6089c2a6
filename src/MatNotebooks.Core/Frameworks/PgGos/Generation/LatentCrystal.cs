using MatNotebooks.Crystals;

namespace MatNotebooks.Frameworks.PgGos.Generation;

/// <summary>A crystal that a generator wrote.</summary>
/// <param name="Crystal">The crystal, as a primitive cell.</param>
/// <param name="Latent">The latent vector z it was written from, (latent).</param>
/// <param name="Tokens">Its tokens.</param>
public sealed record LatentCrystal(Crystal Crystal, IReadOnlyList<float> Latent, IReadOnlyList<int> Tokens)
{
    /// <summary>The crystal.</summary>
    public override string ToString() => Crystal.ToString();
}
