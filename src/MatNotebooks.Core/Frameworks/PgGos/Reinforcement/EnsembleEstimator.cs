using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.PgGos.Quality;
using MatNotebooks.Graphs;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;

namespace MatNotebooks.Frameworks.PgGos.Reinforcement;

/// <summary>An ensemble of networks, such as GEM-PPM's, as estimator: the mean of what its members say, and their spread.</summary>
/// <param name="ensemble">The members, trained on as many targets as there are properties; at least 2, or there is no spread.</param>
/// <param name="graphs">Which atoms are neighbours, as in training.</param>
/// <exception cref="ArgumentException">Fewer than 2 members.</exception>
public sealed class EnsembleEstimator(EnsemblePredictor ensemble, GraphOptions graphs) : IPropertyEstimator
{
    private readonly EnsemblePredictor ensemble = ensemble.Members.Count >= 2
        ? ensemble
        : throw new ArgumentException($"The ensemble has {ensemble.Members.Count} member; at least 2 are needed to see how far they differ.");

    /// <inheritdoc/>
    public IReadOnlyList<PropertyEstimate[]?> Estimate(IReadOnlyList<Crystal> crystals)
    {
        var estimates = new PropertyEstimate[]?[crystals.Count];
        int[] readable = [.. Enumerable.Range(0, crystals.Count).Where(place => StructureValidity.Holds(crystals[place]))];
        if (readable.Length == 0) return estimates;
        var data = TrainingData.Of(readable.Select(place => new Sample(place.ToString(), crystals[place], [])), graphs);
        var answers = ensemble.Members.Select(member => member.Predict(data)).ToArray();
        foreach (var (row, place) in readable.Index())
            estimates[place] = [.. Enumerable.Range(0, answers[0].GetLength(1)).Select(target => Of([.. answers.Select(answer => answer[row, target])]))];
        return estimates;
    }

    private static PropertyEstimate Of(double[] answers)
    {
        var mean = answers.Average();
        return new(mean, Math.Sqrt(answers.Sum(answer => (answer - mean) * (answer - mean)) / (answers.Length - 1)));
    }
}
