namespace MatNotebooks.Models.Layers.Fused;

/// <summary>What a layer does with the normalised sums and the atoms they are added to, number by number.</summary>
internal interface INormStep
{
    /// <summary>The new value.</summary>
    /// <param name="before">The atom's value before.</param>
    /// <param name="value">The normalised value.</param>
    /// <param name="keep">What dropout multiplies with; 1 without.</param>
    static abstract T Forward<T>(T before, T value, T keep)
        where T : struct, ILanes<T>;

    /// <summary>The gradients of the two, from that of the new value.</summary>
    static abstract (T OfBefore, T OfValue) Backward<T>(T before, T value, T keep, T gradient)
        where T : struct, ILanes<T>;
}
