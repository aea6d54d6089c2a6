namespace MatNotebooks.Frameworks.PgGos.Generation;

/// <summary>How training a generator stands after an epoch.</summary>
/// <param name="Number">Epochs done, from 1.</param>
/// <param name="Epochs">Epochs that will be done.</param>
/// <param name="Surprise">Mean −log π of the training crystals' tokens given latents that were read from them | nat per crystal.</param>
/// <param name="Divergence">Mean divergence of the latents from N(0, I) | nat per crystal.</param>
/// <param name="Inconsistency">Mean ‖z − E(G(z))‖² over the latent's length (Eq. 27); 1 is knowing nothing | no unit.</param>
public sealed record GeneratorEpoch(int Number, int Epochs, double Surprise, double Divergence, double Inconsistency)
{
    /// <summary>In one line.</summary>
    public override string ToString() => $"epoch {Number} of {Epochs}: {Surprise:f2} nat per crystal, divergence {Divergence:f2} nat, inconsistency {Inconsistency:f2}";
}
