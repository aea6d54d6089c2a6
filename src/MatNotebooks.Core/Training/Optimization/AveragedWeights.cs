using MatNotebooks.Models;
using static TorchSharp.torch;

namespace MatNotebooks.Training.Optimization;

/// <summary>A second set of a model's weights: an average of those it passed through, or those of its best epoch.</summary>
internal sealed class AveragedWeights : IDisposable
{
    private readonly Dictionary<string, Tensor> values;

    /// <summary>Starts with the model's weights as they are.</summary>
    public AveragedWeights(PropertyModel model)
    {
        using var still = no_grad();
        values = model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone().DetachFromDisposeScope());
    }

    /// <summary>Moves each value towards the model's.</summary>
    /// <param name="model">The model.</param>
    /// <param name="keep">Share that stays, 0 to 1; 0 copies.</param>
    public void Follow(PropertyModel model, double keep)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        foreach (var (name, value) in model.state_dict())
        {
            if (keep > 0 && values[name].is_floating_point()) values[name].mul_(keep).add_(value, 1 - keep);
            else values[name].copy_(value);
        }
    }

    /// <summary>Exchanges the model's weights with these.</summary>
    public void Swap(PropertyModel model)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        foreach (var (name, value) in model.state_dict())
        {
            var mine = values[name].clone();
            values[name].copy_(value);
            value.copy_(mine);
        }
    }

    /// <summary>Writes the values, in TorchSharp's format.</summary>
    public void Write(BinaryWriter writer) => nn.Module.save_state_dict(writer, values);

    /// <summary>Reads what <see cref="Write"/> wrote for the same model.</summary>
    public void Read(BinaryReader reader, PropertyModel model)
    {
        Swap(model);
        model.load(reader);
        Swap(model);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var value in values.Values) value.Dispose();
    }
}
