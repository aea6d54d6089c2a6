using System.Runtime.InteropServices;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>A batch normalisation as one product and one sum per column: value × scale + shift.</summary>
internal sealed unsafe class FoldedNorm
{
    private readonly int width;
    private readonly float* columns;

    /// <param name="width">Columns.</param>
    /// <param name="total">Rows, counted, whose own mean and variance these are; 0 where they are the remembered ones, which no row changes.</param>
    public FoldedNorm(int width, double total)
    {
        (this.width, Total) = (width, total);
        columns = (float*)NativeMemory.Alloc((nuint)(6 * width), sizeof(float));
    }

    /// <summary>Frees the columns, which loops read by their address.</summary>
    ~FoldedNorm() => NativeMemory.Free(columns);

    /// <summary>Rows, counted, whose own mean and variance these are; 0 where no row changes them.</summary>
    public double Total { get; }

    /// <summary>What is taken away to be centred, (width).</summary>
    public float* Mean => Column(0);

    /// <summary>One over the standard deviation, (width).</summary>
    public float* Inverse => Column(1);

    /// <summary>What a value is multiplied with, (width).</summary>
    public float* Scale => Column(2);

    /// <summary>What is added then, (width).</summary>
    public float* Shift => Column(3);

    /// <summary>What the batch's statistics take back from the gradient of each row: a constant part, (width).</summary>
    public float* Constant => Column(4);

    /// <summary>And a part by the value's distance from the mean, (width).</summary>
    public float* Slope => Column(5);

    /// <summary>Gradients of the norm's weight and bias, from sums over rows; prepares what the statistics take back.</summary>
    /// <param name="sums">Sums of the gradients of normalised rows, then those times the distance from the mean, (2 × width).</param>
    /// <param name="ofWeight">Receives the gradient of the weight, (width).</param>
    /// <param name="ofBias">Receives the gradient of the bias, (width).</param>
    public void TakeBack(ReadOnlySpan<double> sums, Span<float> ofWeight, Span<float> ofBias)
    {
        for (var j = 0; j < width; j++)
        {
            var (sum, product) = (sums[j], sums[width + j] * Inverse[j]);
            (ofBias[j], ofWeight[j]) = ((float)sum, (float)product);
            Constant[j] = Total > 0 ? (float)(Scale[j] * sum / Total) : 0;
            Slope[j] = Total > 0 ? (float)(Scale[j] * Inverse[j] * product / Total) : 0;
        }
    }

    private float* Column(int place) => columns + (place * width);
}
