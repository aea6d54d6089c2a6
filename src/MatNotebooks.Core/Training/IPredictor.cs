namespace MatNotebooks.Training;

/// <summary>Something that has learned and can predict.</summary>
public interface IPredictor : IDisposable
{
    /// <summary>Predicts the properties of crystals | unit of the targets, (crystals, targets); or the probability of each class | 0 to 1, (crystals, classes).</summary>
    double[,] Predict(TrainingData data);
}
