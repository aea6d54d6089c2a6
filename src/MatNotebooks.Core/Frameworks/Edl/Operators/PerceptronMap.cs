namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>Two linear maps with x·sigmoid(x) between them: a trained layer in plain numbers, which threads may share.</summary>
internal sealed class PerceptronMap(LinearMap first, LinearMap second) : IVectorMap
{
    public float[] Apply(ReadOnlySpan<float> vector)
    {
        var hidden = first.Apply(vector);
        for (var place = 0; place < hidden.Length; place++) hidden[place] /= 1 + MathF.Exp(-hidden[place]);
        return second.Apply(hidden);
    }
}
