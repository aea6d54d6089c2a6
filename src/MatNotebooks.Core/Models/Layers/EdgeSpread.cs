using MatNotebooks.Models.Layers.Fused;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>Where the distances of a batch stand on the ruler of Gaussians: numbers of the host, or a tensor.</summary>
internal sealed class EdgeSpread
{
    private readonly float[]? numbers;
    private readonly Tensor? column;
    private readonly Tensor centers;

    /// <param name="numbers">Each distance in steps from the first Gaussian, (shells).</param>
    /// <param name="centers">Where the Gaussians stand, in steps, (1, gaussians).</param>
    public EdgeSpread(float[] numbers, Tensor centers) => (this.numbers, this.centers) = (numbers, centers);

    /// <param name="column">Each distance in steps from the first Gaussian, (shells, 1).</param>
    /// <param name="centers">Where the Gaussians stand, in steps, (1, gaussians).</param>
    public EdgeSpread(Tensor column, Tensor centers) => (this.column, this.centers) = (column, centers);

    /// <summary>Whether the numbers are the host's, where C#'s loops find them.</summary>
    public bool IsOnHost => numbers is not null;

    /// <summary>The Gaussians without those that are zero.</summary>
    /// <exception cref="InvalidOperationException">The numbers are not on the host.</exception>
    public GaussianBands Bands() =>
        GaussianBands.Of(numbers ?? throw new InvalidOperationException("The distances are on the device only."), (int)centers.shape[1]);

    /// <summary>All Gaussians, (shells, gaussians).</summary>
    /// <param name="like">Of the type and on the device of the model.</param>
    public Tensor Gaussians(Tensor like)
    {
        using var scope = NewDisposeScope();
        var away = (column ?? tensor(numbers!, [numbers!.Length, 1], like.dtype, like.device)) - centers;
        var far = away.abs() > GaussianBands.Half; // their exponentials would be denormals, which slow every product down
        return (away * away * -0.5).masked_fill(far, double.NegativeInfinity).exp().MoveToOuterDisposeScope();
    }
}
