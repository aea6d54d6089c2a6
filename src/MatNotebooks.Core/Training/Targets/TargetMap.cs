using System.Text.Json.Serialization;

namespace MatNotebooks.Training.Targets;

/// <summary>Turns a target into the number a network learns, and back; fitted to training data.</summary>
[JsonDerivedType(typeof(AffineMap), "affine")]
[JsonDerivedType(typeof(LogarithmicMap), "logarithmic")]
[JsonDerivedType(typeof(ReferencedMap), "referenced")]
public abstract record TargetMap
{
    /// <summary>What the network learns for a target of a crystal | no unit.</summary>
    public abstract double ToModel(Sample sample, int target, double value);

    /// <summary>The target that a network's answer stands for | unit of the target.</summary>
    public abstract double FromModel(Sample sample, int target, double answer);
}
