namespace MatNotebooks.Models.Layers.Fused;

/// <summary>Several single-precision numbers that the processor handles as one, so that a kernel is written once for every width.</summary>
/// <typeparam name="T">The implementing type itself.</typeparam>
internal unsafe interface ILanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>How many numbers.</summary>
    static abstract int Count { get; }

    static abstract T Load(float* from);

    static abstract void Store(float* to, T value);

    /// <summary>The same number in every lane.</summary>
    static abstract T Of(float value);

    /// <summary>The lanes' sum.</summary>
    static abstract float Sum(T value);

    /// <summary>left × right + add.</summary>
    static abstract T MultiplyAdd(T left, T right, T add);

    static abstract T Clamp(T value, T least, T most);

    static abstract T Max(T left, T right);

    static abstract T Abs(T value);

    /// <summary>Lane by lane the first choice where the test is below 0, else the second.</summary>
    static abstract T IfNegative(T test, T then, T otherwise);

    /// <summary>The nearest whole numbers.</summary>
    static abstract T Round(T value);

    /// <summary>2 to the power of whole numbers from -126 to 127.</summary>
    static abstract T PowerOfTwo(T whole);

    static abstract T operator +(T left, T right);

    static abstract T operator -(T left, T right);

    static abstract T operator *(T left, T right);

    static abstract T operator /(T left, T right);
}
