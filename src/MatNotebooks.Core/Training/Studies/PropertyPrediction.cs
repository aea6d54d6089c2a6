namespace MatNotebooks.Training.Studies;

/// <summary>What a model says of a crystal.</summary>
/// <param name="Id">The record's name.</param>
/// <param name="Formula">Its reduced formula.</param>
/// <param name="Predicted">The prediction | unit of the target.</param>
/// <param name="Actual">The known value | same unit; null where there is none.</param>
public sealed record PropertyPrediction(string Id, string Formula, double Predicted, double? Actual)
{
    /// <summary>Predicted less actual | same unit; null where there is no known value.</summary>
    public double? Error => Predicted - Actual;
}
