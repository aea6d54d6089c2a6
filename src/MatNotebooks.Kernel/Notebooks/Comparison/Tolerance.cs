namespace MatNotebooks.Kernel.Notebooks.Comparison;

/// <summary>How far two numbers may be apart and still count as the same.</summary>
/// <param name="Relative">Part of the larger of the two.</param>
/// <param name="Absolute">In the numbers' own unit, added to it.</param>
internal sealed record Tolerance(double Relative, double Absolute)
{
    /// <summary>Whether the numbers are the same. Two NaN are, and two infinities of one sign; infinity is near no number.</summary>
    public bool Allows(double left, double right) => left.Equals(right) ||
        (double.IsFinite(left - right) && Math.Abs(left - right) <= Absolute + (Relative * Math.Max(Math.Abs(left), Math.Abs(right))));
}
