using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.PgGos.Generation;
using MatNotebooks.Frameworks.PgGos.Reinforcement;
using MatNotebooks.Frameworks.PgGos.Tokens;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Reinforcement;

public sealed class PolicyOptimizerTests
{
    private static readonly double[] Arms = [0.1, 0.5, 0.2, 1.0, 0.7];

    public static TheoryData<PolicyRule> Rules => [new Reinforce(), new Ppo()];

    /// <summary>The mean of the estimator over every draw that can be, each by its probability, is the gradient of J + η H.</summary>
    [Theory]
    [InlineData(2, 0)]
    [InlineData(2, 0.3)]
    [InlineData(3, 0.3)]
    public void The_estimator_is_the_exact_gradient_on_average(int batch, double entropyWeight)
    {
        var bandit = new Bandit(0.3f, -0.2f, 0.1f, 0.5f, -0.4f);
        var log = bandit.Logits.log_softmax(0);
        var exact = (log.exp() * tensor(Array.ConvertAll(Arms, arm => (float)arm))).sum() - (entropyWeight * (log.exp() * log).sum());
        exact.backward();
        var wanted = bandit.Logits.grad!.data<float>().ToArray();
        var (mean, probabilities) = (new double[Arms.Length], bandit.Probabilities);
        for (var code = 0; code < (int)Math.Pow(Arms.Length, batch); code++)
        {
            int[] draw = [.. Enumerable.Range(0, batch).Select(place => code / (int)Math.Pow(Arms.Length, place) % Arms.Length)];
            float[] logs = [.. draw.Select(arm => MathF.Log(probabilities[arm]))];
            var advantages = new Reinforce().Advantages([.. draw.Select(arm => Arms[arm])], logs, entropyWeight);
            bandit.Logits.grad!.zero_();
            new Reinforce().Loss(bandit.LogProbability(draw), tensor(logs), tensor(Array.ConvertAll(advantages, value => (float)value))).backward();
            var weight = draw.Aggregate(1.0, (product, arm) => product * probabilities[arm]);
            foreach (var (place, slope) in bandit.Logits.grad!.data<float>().ToArray().Index()) mean[place] -= weight * slope; // the loss is lowered, J is raised
        }
        Assert.All(mean.Zip(wanted), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_best_arm_is_found(PolicyRule rule)
    {
        var bandit = new Bandit(0, 0, 0, 0, 0);
        var history = Optimize(bandit, Reward, new() { Rule = rule, Steps = 150, BatchSize = 32, LearningRate = 0.1, EntropyWeight = 0 });
        Assert.True(bandit.Probabilities[3] > 0.9, string.Join(' ', bandit.Probabilities));
        Assert.True(history[^1].MeanReward > 0.95 && history[^1].Entropy < history[0].Entropy);
    }

    /// <summary>With an entropy bonus the optimum is Boltzmann's distribution, π ∝ exp(reward / η).</summary>
    [Fact]
    public void With_an_entropy_bonus_arms_are_taken_as_Boltzmann_says()
    {
        const double Eta = 0.5;
        var bandit = new Bandit(0, 0, 0, 0, 0);
        foreach (var rate in (double[])[0.05, 0.005]) // the second, slower, to settle
            Optimize(bandit, Reward, new() { Steps = 250, BatchSize = 256, LearningRate = rate, EntropyWeight = Eta });
        var total = Arms.Sum(arm => Math.Exp(arm / Eta));
        Assert.All(Arms.Zip(bandit.Probabilities), pair => Assert.Equal(Math.Exp(pair.First / Eta) / total, pair.Second, 0.03));
    }

    /// <summary>Reward −‖z − z*‖²: the mean goes to z*, and the variance to η / 2, where the entropy's gain is the reward's loss.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void The_top_of_a_quadratic_over_latents_is_found(PolicyRule rule)
    {
        float[] top = [0.8f, -1.2f, 0.4f];
        var policy = new GaussianPolicy(3);
        foreach (var rate in (double[])[0.05, 0.01])
            Optimize(policy, latents => [.. latents.Select(z => -(double)z.Zip(top, (at, best) => (at - best) * (at - best)).Sum())],
                new() { Rule = rule, Steps = 250, BatchSize = 128, LearningRate = rate, EntropyWeight = 0.2, GradientLimit = 10 });
        Assert.All(policy.Mean.data<float>().ToArray().Zip(top), pair => Assert.Equal(pair.Second, pair.First, 0.1));
        Assert.All(policy.LogDeviation.data<float>().ToArray(), deviation => Assert.Equal(0.1, Math.Exp(2 * deviation), 0.04));
    }

    [Fact]
    public void A_stopped_optimisation_goes_on_as_if_it_had_not_been_stopped()
    {
        var path = Path.GetTempFileName();
        File.Delete(path);
        try
        {
            var options = new PolicyOptions { Rule = new Ppo(), Steps = 12, BatchSize = 8, LearningRate = 0.05 };
            var (whole, stopped, resumed) = (new Bandit(0, 0, 0, 0, 0), new Bandit(0, 0, 0, 0, 0), new Bandit(0, 0, 0, 0, 0));
            var first = Optimize(whole, Reward, options);
            Optimize(stopped, Reward, options with { Steps = 5, Checkpoint = path });
            var second = Optimize(resumed, Reward, options with { Checkpoint = path });
            Assert.Equal(first.Select(step => step.MeanReward), second.Select(step => step.MeanReward));
            Assert.Equal(whole.Probabilities, resumed.Probabilities);
            Assert.Contains("another policy", Assert.Throws<InvalidDataException>(() => Optimize(new Bandit(0, 0), Reward, options with { Checkpoint = path })).Message);
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..^20]);
            Assert.Contains("Delete it to start anew", Assert.Throws<InvalidDataException>(() => Optimize(resumed, Reward, options with { Checkpoint = path })).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Bad_rewards_are_one_clear_error()
    {
        var bandit = new Bandit(0, 0, 0, 0, 0);
        Assert.Contains("is NaN", Assert.Throws<InvalidOperationException>(() => Optimize(bandit, arms => [.. arms.Select(_ => double.NaN)], new())).Message);
        Assert.Contains("1 rewards were given for 64", Assert.Throws<InvalidOperationException>(() => Optimize(bandit, _ => [1.0], new())).Message);
        Assert.Contains("BatchSize is 1", Assert.Throws<ArgumentOutOfRangeException>(() => new PolicyOptions { BatchSize = 1 }).Message);
        Assert.Contains("Clip is 1", Assert.Throws<ArgumentOutOfRangeException>(() => new Ppo { Clip = 1 }).Message);
    }

    /// <summary>What the sampler draws is what <see cref="CrystalPolicy.LogProbability"/> is told of: the most probable tokens of one are those of the other.</summary>
    [Fact]
    public void Crystals_are_drawn_by_the_probabilities_that_are_optimised()
    {
        using var generator = Octets(seed: 3);
        var latents = LatentNoise.Draw(5 * generator.Options.Latent, new Random(1)).Chunk(generator.Options.Latent).ToArray();
        var written = generator.Decode(latents);
        var batch = new SequenceBatch([.. written.Select(one => new TokenSequence(generator.Words, [.. one.Tokens]))], generator.Words.Size);
        using var still = no_grad();
        var best = generator.Network.LogProbabilities(batch, tensor([.. latents.SelectMany(z => z)], [5, generator.Options.Latent])).argmax(2).data<long>().ToArray();
        var steps = best.Length / 5;
        Assert.All(written.Index(), row => Assert.Equal(row.Item.Tokens, best.Skip(row.Index * steps).Take(row.Item.Tokens.Count).Select(token => (int)token)));
    }

    /// <summary>Rewarded for it, a generator of salts writes the one with potassium.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void A_generator_learns_what_is_wanted(PolicyRule rule)
    {
        using var generator = Octets(seed: 1);
        var history = Optimize(
            new CrystalPolicy(generator), written => [.. written.Select(one => one.Crystal.Sites.Any(site => site.Element.Symbol == "K") ? 1.0 : 0)],
            new() { Rule = rule, Steps = 30, BatchSize = 32, LearningRate = 0.01, EntropyWeight = 0 });
        Assert.True(history[0].MeanReward < 0.7 && history.TakeLast(3).Average(step => step.MeanReward) > 0.9, $"{history[0]} … {history[^1]}");
    }

    private static CrystalGenerator Octets(int seed)
    {
        Crystal[] salts = [.. ((string[])["Li", "Na", "K", "Rb"]).SelectMany(cation => ((string[])["F", "Cl"]).Select(anion => Prototypes.Rocksalt(cation, anion, 5)))];
        return CrystalGenerator.Untrained(
            new([.. SymmetricCrystals.Of(salts, 0.01).Select(pair => pair.Crystal!)]), new() { Width = 16, TokenWidth = 8, Latent = 3, Seed = seed });
    }

    private static IReadOnlyList<double> Reward(IReadOnlyList<int> arms) => [.. arms.Select(arm => Arms[arm])];

    private static IReadOnlyList<PolicyStep> Optimize<TAction>(IPolicy<TAction> policy, Func<IReadOnlyList<TAction>, IReadOnlyList<double>> reward, PolicyOptions options) =>
        new PolicyOptimizer<TAction>(policy, reward, options).Run();
}
