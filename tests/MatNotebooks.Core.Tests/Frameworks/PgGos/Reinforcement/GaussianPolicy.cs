using MatNotebooks.Frameworks.PgGos.Generation;
using MatNotebooks.Frameworks.PgGos.Reinforcement;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Reinforcement;

/// <summary>A latent vector from a normal distribution of learned mean and spread.</summary>
internal sealed class GaussianPolicy(int dimensions) : IPolicy<float[]>
{
    public Parameter Mean { get; } = new(zeros(dimensions));

    public Parameter LogDeviation { get; } = new(zeros(dimensions));

    public IEnumerable<Parameter> Parameters => [Mean, LogDeviation];

    public IReadOnlyList<float[]> Sample(int count, Random random)
    {
        var (mean, deviation) = (Mean.data<float>().ToArray(), LogDeviation.data<float>().ToArray());
        return [.. Enumerable.Range(0, count).Select(_ => LatentNoise.Draw(dimensions, random)
            .Select((noise, place) => mean[place] + (MathF.Exp(deviation[place]) * noise)).ToArray())];
    }

    public Tensor LogProbability(IReadOnlyList<float[]> actions)
    {
        var away = (tensor([.. actions.SelectMany(action => action)], [actions.Count, dimensions]) - Mean) / LogDeviation.exp();
        return ((away * away / -2) - LogDeviation - (0.5 * Math.Log(2 * Math.PI))).sum(1);
    }
}
