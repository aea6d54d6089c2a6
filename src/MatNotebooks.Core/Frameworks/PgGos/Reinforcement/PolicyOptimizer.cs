using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Frameworks.PgGos.Reinforcement;

/// <summary>Changes a policy towards what earns reward: maximises J + η H (Eq. 29–31).</summary>
/// <typeparam name="TAction">What the policy chooses.</typeparam>
/// <param name="policy">The policy; it is changed in place.</param>
/// <param name="reward">Earnings of each action, in their order; finite.</param>
/// <param name="options">How.</param>
public sealed class PolicyOptimizer<TAction>(IPolicy<TAction> policy, Func<IReadOnlyList<TAction>, IReadOnlyList<double>> reward, PolicyOptions options)
{
    /// <summary>Runs to the end; the same seed and number of threads give the same policy, also where it was stopped and went on from its checkpoint.</summary>
    /// <param name="progress">Told after every draw. The default is nobody.</param>
    /// <param name="cancellation">Ends it before the next draw; the checkpoint, if there is one, holds the last.</param>
    /// <returns>The draws, first to last; those before a resumption included.</returns>
    /// <exception cref="InvalidOperationException">A reward is not finite, or there are not as many as actions; the message says which.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is of another optimisation.</exception>
    public IReadOnlyList<PolicyStep> Run(IProgress<PolicyStep>? progress = null, CancellationToken cancellation = default)
    {
        Parameter[] parameters = [.. policy.Parameters];
        using var optimizer = optim.Adam(parameters, options.LearningRate);
        var checkpoint = new PolicyCheckpoint(options.Checkpoint, parameters, optimizer);
        var history = new List<PolicyStep>(checkpoint.Read());
        while (history.Count < options.Steps)
        {
            cancellation.ThrowIfCancellationRequested();
            var step = Advance(history.Count + 1, parameters, optimizer);
            history.Add(step);
            checkpoint.Write(history);
            progress?.Report(step);
        }
        return history;
    }

    private PolicyStep Advance(int number, Parameter[] parameters, Adam optimizer)
    {
        using var scope = NewDisposeScope();
        var actions = policy.Sample(options.BatchSize, new Random(unchecked((options.Seed * 1_000_003) + number)));
        var rewards = Rewards(actions);
        float[] drawn;
        using (no_grad()) drawn = policy.LogProbability(actions).data<float>().ToArray();
        var advantages = options.Rule.Advantages(rewards, drawn, options.EntropyWeight);
        for (var pass = 0; pass < options.Rule.Passes; pass++)
        {
            using var inner = NewDisposeScope();
            optimizer.zero_grad();
            options.Rule.Loss(policy.LogProbability(actions), tensor(drawn), tensor(Array.ConvertAll(advantages, advantage => (float)advantage))).backward();
            nn.utils.clip_grad_norm_(parameters, options.GradientLimit);
            optimizer.step();
        }
        return new(number, options.Steps, rewards.Average(), rewards.Max(), -drawn.Average());
    }

    private IReadOnlyList<double> Rewards(IReadOnlyList<TAction> actions)
    {
        var rewards = reward(actions);
        if (rewards.Count != actions.Count) throw new InvalidOperationException($"{rewards.Count} rewards were given for {actions.Count} actions; give one for each.");
        for (var place = 0; place < rewards.Count; place++)
            if (!double.IsFinite(rewards[place]))
                throw new InvalidOperationException($"The reward of {actions[place]} is {rewards[place]}; give a finite number, a low one for what is worth nothing.");
        return rewards;
    }
}
