using MatNotebooks.Frameworks.Mpbf.Heads;

namespace MatNotebooks.Frameworks.Mpbf.Pretraining;

/// <summary>A linear layer that has learned, by rows of its weights, and perhaps x · sigmoid(x) behind it.</summary>
internal sealed record DenseLayer(float[] Weights, float[] Biases, bool IsCurved)
{
    public float[] Of(ReadOnlySpan<float> input)
    {
        var output = new float[Biases.Length];
        for (var row = 0; row < output.Length; row++)
        {
            var sum = Biases[row] + InnerProduct.Of(Weights.AsSpan(row * input.Length, input.Length), input);
            output[row] = IsCurved ? sum / (1 + MathF.Exp(-sum)) : sum;
        }
        return output;
    }
}
