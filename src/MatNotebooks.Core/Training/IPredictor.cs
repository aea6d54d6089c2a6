namespace MatNotebooks.Training;

/// <summary>Something that has learned and can predict.</summary>
public interface IPredictor : IDisposable
{
    /// <summary>Predicts the properties of crystals | unit of the targets, (crystals, targets).</summary>
    double[,] Predict(TrainingData data);
}
