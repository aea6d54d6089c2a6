using MatNotebooks.Frameworks.PgGos.Reinforcement;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Reinforcement;

/// <summary>One of a few arms, with a probability from its own logit.</summary>
internal sealed class Bandit(params float[] logits) : IPolicy<int>
{
    public Parameter Logits { get; } = new(tensor(logits));

    public IEnumerable<Parameter> Parameters => [Logits];

    public float[] Probabilities
    {
        get
        {
            using var still = no_grad();
            return Logits.softmax(0).data<float>().ToArray();
        }
    }

    public IReadOnlyList<int> Sample(int count, Random random)
    {
        var probabilities = Probabilities;
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var (at, arm) = (random.NextDouble(), 0);
            while (arm < probabilities.Length - 1 && (at -= probabilities[arm]) >= 0) arm++;
            return arm;
        })];
    }

    public Tensor LogProbability(IReadOnlyList<int> actions) => Logits.log_softmax(0).index_select(0, tensor([.. actions.Select(action => (long)action)]));
}
