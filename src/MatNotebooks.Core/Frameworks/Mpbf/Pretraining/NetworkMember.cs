using System.Collections.Immutable;

namespace MatNotebooks.Frameworks.Mpbf.Pretraining;

/// <summary>One network that has learned.</summary>
/// <param name="Centers">Subtracted from the inputs, (inputs).</param>
/// <param name="Scales">What they are divided by then, (inputs).</param>
/// <param name="Layers">The layers, the last with one output.</param>
/// <param name="Mean">Added to the output | unit of the values.</param>
/// <param name="Spread">What the output is multiplied by before | same unit.</param>
internal sealed record NetworkMember(float[] Centers, float[] Scales, ImmutableArray<DenseLayer> Layers, double Mean, double Spread)
{
    private const float Most = 5; // deviations: as heads have it

    /// <summary>The last hidden layer and the prediction | unit of the values.</summary>
    public (float[] Hidden, double Value) Of(ReadOnlySpan<float> inputs)
    {
        var state = new float[inputs.Length];
        for (var place = 0; place < state.Length; place++) state[place] = Math.Clamp((inputs[place] - Centers[place]) / Scales[place], -Most, Most);
        foreach (var layer in Layers[..^1]) state = layer.Of(state);
        return (state, Mean + (Spread * Layers[^1].Of(state)[0]));
    }
}
