using MatNotebooks.Training;
using MatNotebooks.Training.Learning;

namespace MatNotebooks.Uncertainty.Coverage;

/// <summary>Learns as a network does, and answers with its first target and how sure it is of it.</summary>
/// <param name="Network">The network.</param>
/// <param name="Sources">
/// In this order a prediction and its standard deviation each, (crystals, 2 × sources); of one network the deviation of an ensemble is 0.
/// Only seed 0 is asked for all; the others say nothing (0) beyond the first, for they are only there to differ from it.
/// </param>
internal sealed record SpreadLearner(NetworkLearner Network, params UncertaintySource[] Sources) : ILearner
{
    public string Name => $"{Network.Name} {string.Join(' ', Sources)}";

    public IPredictor Learn(
        TrainingData train, TrainingData validation, int seed, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default) =>
        new Predictor(Network.Learn(train, validation, seed, progress, cancellation), Sources, seed == 0 ? Sources.Length : 1);

    private sealed class Predictor(IPredictor trained, UncertaintySource[] sources, int asked) : IPredictor
    {
        public double[,] Predict(TrainingData data)
        {
            var answers = new double[data.Count, 2 * sources.Length];
            foreach (var (place, source) in sources.Take(asked).Index())
            {
                var spread = Spread.Of([trained], data, source);
                for (var row = 0; row < data.Count; row++)
                    (answers[row, 2 * place], answers[row, (2 * place) + 1]) = (spread.Mean[row], spread.Deviation[row]);
            }
            return answers;
        }

        public void Dispose() => trained.Dispose();
    }
}
