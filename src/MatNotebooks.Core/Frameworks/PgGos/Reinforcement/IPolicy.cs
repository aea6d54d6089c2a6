using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Frameworks.PgGos.Reinforcement;

/// <summary>Something that chooses at random and can be told to choose otherwise: π of Eq. 29.</summary>
/// <typeparam name="TAction">What is chosen, such as a whole crystal.</typeparam>
public interface IPolicy<TAction>
{
    /// <summary>What optimisation changes.</summary>
    IEnumerable<Parameter> Parameters { get; }

    /// <summary>Draws from the policy; the same generator state draws the same.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="random">Draws.</param>
    IReadOnlyList<TAction> Sample(int count, Random random);

    /// <summary>log π of what was drawn, from which gradients flow to <see cref="Parameters"/>, (actions).</summary>
    Tensor LogProbability(IReadOnlyList<TAction> actions);
}
