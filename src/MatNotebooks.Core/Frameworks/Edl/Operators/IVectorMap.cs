namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>Makes a vector of a vector.</summary>
internal interface IVectorMap
{
    float[] Apply(ReadOnlySpan<float> vector);
}
