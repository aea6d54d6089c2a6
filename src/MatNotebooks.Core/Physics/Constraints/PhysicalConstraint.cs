using static TorchSharp.torch;

namespace MatNotebooks.Physics.Constraints;

/// <summary>Something that every right answer of a network obeys: a c_k of the physics loss (Eq. 19).</summary>
/// <remarks>Predictions come in physical units, as each constraint says: undo a normalisation first.</remarks>
public abstract record PhysicalConstraint
{
    /// <summary>How far a prediction is from obeying, c_k(ŷ): 0 where it obeys. It can be differentiated | no unit, rows by demands.</summary>
    /// <param name="predicted">The prediction, in the shape and the units that the constraint says.</param>
    /// <exception cref="ArgumentException">The prediction has another shape.</exception>
    public abstract Tensor Violation(Tensor predicted);

    /// <summary>‖c_k(ŷ)‖², the squares summed over the demands and averaged over the rows | no unit, no dimensions.</summary>
    /// <param name="predicted">The prediction, in the shape and the units that the constraint says.</param>
    /// <exception cref="ArgumentException">The prediction has another shape.</exception>
    public Tensor Penalty(Tensor predicted)
    {
        var violation = Violation(predicted);
        return violation.square().sum() / Math.Max(1, violation.shape[0]);
    }

    /// <summary>The greatest |c_k(ŷ)| | no unit; 0 where all is obeyed.</summary>
    /// <param name="predicted">The prediction, in the shape and the units that the constraint says.</param>
    /// <exception cref="ArgumentException">The prediction has another shape.</exception>
    public double Worst(Tensor predicted)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var violation = Violation(predicted);
        return violation.numel() == 0 ? 0 : (double)violation.abs().max();
    }

    /// <summary>Refuses a prediction that is no table with these columns.</summary>
    private protected static void CheckColumns(Tensor predicted, params ReadOnlySpan<int> columns)
    {
        if (predicted.shape.Length != 2) throw new ArgumentException($"The prediction has the shape ({string.Join(", ", predicted.shape)}); it must be a table, (samples, columns).");
        foreach (var column in columns)
            if (column < 0 || column >= predicted.shape[1])
                throw new ArgumentException($"Column {column} is asked for; the prediction's columns are 0 to {predicted.shape[1] - 1}.");
    }

    /// <summary>Refuses a scale that is not a positive number.</summary>
    private protected static double Positive(double scale, string name) =>
        scale > 0 && double.IsFinite(scale) ? scale : throw new ArgumentOutOfRangeException(name, scale, "The scale must be greater than 0.");
}
