using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam's step of many parameters at once: on a GPU, where what costs is the number of commands, ten instead of ten for each.</summary>
internal static class AdamForeach
{
    /// <summary>Whether all parameters are on one GPU and have made the same number of steps.</summary>
    internal static bool Suits(Parameter[] parameters, AdamMemory[] memories)
        => parameters[0].is_cuda && Alike(parameters, memories);

    /// <summary>Whether one set of commands does for all: one device, one age, nothing beyond the two means.</summary>
    internal static bool Alike(Parameter[] parameters, AdamMemory[] memories)
        => memories.All(memory => memory.Largest is null && memory.Steps == memories[0].Steps)
            && parameters.All(parameter => parameter.device.Equals(parameters[0].device) && parameter.dtype == parameters[0].dtype);

    internal static void Step(Parameter[] parameters, Tensor[] gradients, AdamMemory[] memories, AdamSettings rule, double rate)
    {
        using var scope = NewDisposeScope();
        foreach (var memory in memories)
            memory.Steps++;
        var (means, squares) = (Array.ConvertAll(memories, memory => memory.Mean), Array.ConvertAll(memories, memory => memory.Square));
        if (rule.Maximize)
            gradients = Aten.CallList("_foreach_neg", gradients);
        if (rule.Decoupled)
            Aten.Do("_foreach_mul_.Scalar", parameters, 1 - (rate * rule.WeightDecay));
        else if (rule.WeightDecay != 0)
            gradients = Aten.CallList("_foreach_add.List", gradients, parameters, rule.WeightDecay);
        Aten.Do("_foreach_mul_.Scalar", means, rule.Beta1);
        Aten.Do("_foreach_add_.List", means, gradients, 1 - rule.Beta1);
        Aten.Do("_foreach_mul_.Scalar", squares, rule.Beta2);
        Aten.Do("_foreach_addcmul_.Scalar", squares, gradients, gradients, 1 - rule.Beta2);
        var spread = Aten.CallList("_foreach_sqrt", squares);
        Aten.Do("_foreach_div_.Scalar", spread, Math.Sqrt(1 - Math.Pow(rule.Beta2, memories[0].Steps)));
        Aten.Do("_foreach_add_.Scalar", spread, rule.Epsilon);
        Aten.Do("_foreach_addcdiv_.Scalar", parameters, means, spread, -rate / (1 - Math.Pow(rule.Beta1, memories[0].Steps)));
    }
}
