using MatNotebooks.Crystals;
using MatNotebooks.Interpretability;
using MatNotebooks.Training;
using MatNotebooks.Training.Studies;
using MatNotebooks.Uncertainty;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Explaining a prediction in one call of a cell.</summary>
public static class Explanations
{
    /// <summary>What each atom and bond contributes to what a model predicts for a crystal, on the crystal; of an ensemble, the mean over its networks.</summary>
    /// <param name="model">The model, as matnb train and <see cref="ModelFile"/> make one.</param>
    /// <param name="crystal">The crystal.</param>
    /// <param name="method">How. The default is <see cref="IntegratedGradients"/>.</param>
    /// <exception cref="NotSupportedException">A model that is no network, or one that the method cannot look into.</exception>
    public static AttributionView Explain(CalibratedModel model, Crystal crystal, AttributionMethod? method = null)
    {
        var data = TrainingData.Of([new Sample(crystal.Id ?? crystal.Composition.ReducedFormula, crystal, [0])], PropertyStudy.Neighbors);
        var parts = model.Members.Select(member => member is TrainedModel network
            ? (method ?? new IntegratedGradients()).Explain(network, data)
            : throw new NotSupportedException($"{model.Facts.Learner} is no network; gem-ppm, cgcnn, schnet and composition can be explained.")).ToArray();
        return new(crystal, Attribution.Mean(parts), model.Facts.Unit);
    }

    /// <summary>The same for a trained network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">Crystals with the graphs it was trained on.</param>
    /// <param name="row">Which crystal. The default is the first.</param>
    /// <param name="unit">Unit of what it predicts. The default is none.</param>
    /// <param name="method">How. The default is <see cref="IntegratedGradients"/>.</param>
    public static AttributionView Explain(TrainedModel network, TrainingData data, int row = 0, string unit = "", AttributionMethod? method = null) =>
        new(data.Samples[row].Crystal, (method ?? new IntegratedGradients()).Explain(network, data, row), unit);
}
