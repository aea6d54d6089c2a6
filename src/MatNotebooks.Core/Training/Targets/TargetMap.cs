using System.Text.Json.Serialization;
using static TorchSharp.torch;

namespace MatNotebooks.Training.Targets;

/// <summary>Turns a target into the number a network learns, and back; fitted to training data.</summary>
[JsonDerivedType(typeof(AffineMap), "affine")]
[JsonDerivedType(typeof(LogarithmicMap), "logarithmic")]
[JsonDerivedType(typeof(ReferencedMap), "referenced")]
[JsonDerivedType(typeof(ClassLogits), "logits")]
[JsonDerivedType(typeof(ClassShares), "shares")]
[JsonDerivedType(typeof(PerAtomMap), "per-atom")]
public abstract record TargetMap
{
    /// <summary>What the network learns for a target of a crystal; NaN where the target is not known | no unit.</summary>
    public abstract double ToModel(Sample sample, int target, double value);

    /// <summary>The target that a network's answer stands for | unit of the target.</summary>
    public abstract double FromModel(Sample sample, int target, double answer);

    /// <summary>All that the network learns of a crystal, (outputs); NaN where it is not known | no unit.</summary>
    public virtual double[] ToModel(Sample sample) => [.. sample.Targets.Select((value, target) => ToModel(sample, target, value))];

    /// <summary>Turns all that a network answers for a crystal into targets, in place, (outputs).</summary>
    public virtual void FromModel(Sample sample, Span<double> answers)
    {
        for (var target = 0; target < answers.Length; target++) answers[target] = FromModel(sample, target, answers[target]);
    }

    /// <summary>The targets that a network's answers stand for, to be differentiated, (crystals, targets) | units of the targets.</summary>
    /// <param name="samples">The crystals.</param>
    /// <param name="answers">The answers, (crystals, targets).</param>
    internal abstract Tensor FromModel(IReadOnlyList<Sample> samples, Tensor answers);

    /// <summary>Numbers as a table beside another, (rows, columns).</summary>
    private protected static Tensor Table(IEnumerable<double> values, long rows, Tensor like) => tensor(values.ToArray()).view(rows, -1).to(like);
}
