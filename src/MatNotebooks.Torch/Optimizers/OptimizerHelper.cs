using TorchSharp.Serialization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>An optimiser with groups of parameters and a memory of each parameter, which can be saved.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private readonly List<ParamGroup> _groups = [];

    private protected OptimizerHelper()
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<optim.ILearningRateController> ParamGroups => _groups;

    /// <inheritdoc/>
    public override IEnumerable<Parameter> parameters() => _groups.SelectMany(g => g.Parameters);

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group)
    {
        Adopt(param_group);
        _groups.Add(param_group);
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using var on = enable_grad();
            loss = closure();
        }
        using var off = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in _groups)
        {
            var ready = group.Parameters.Select(parameter => (Parameter: parameter, Gradient: parameter.grad)).Where(one => one.Gradient is not null).ToArray();
            if (ready.Length > 0)
                Update(group, [.. ready.Select(one => one.Parameter)], [.. ready.Select(one => one.Gradient!)]);
        }
        return loss;
    }

    /// <summary>Saves rates and what is remembered of each parameter to a file, in TorchSharp's format.</summary>
    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    /// <summary>Saves rates and what is remembered of each parameter, in TorchSharp's format.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        writer.Write(GetType().Name);
        writer.Encode(_groups.Count);
        writer.Encode(_groups.Sum(g => g.Parameters.Count()));
        foreach (var group in _groups)
        {
            writer.Write(group.InitialLearningRate);
            writer.Write(group.LearningRate);
            WriteSettings(group, writer);
        }
        foreach (var parameter in parameters())
            WriteMemory(parameter, writer);
    }

    /// <summary>Goes on from a file that <see cref="save_state_dict(string)"/> wrote.</summary>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Goes on from what <see cref="save_state_dict(BinaryWriter)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It was another optimiser, or one of other groups or parameters.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var (name, groups, memories) = (reader.ReadString(), reader.Decode(), reader.Decode());
        if (name != GetType().Name || groups != _groups.Count || memories != parameters().Count())
            throw new InvalidDataException($"The state is of {name} with {groups} groups and {memories} parameters, not of {GetType().Name} with {_groups.Count} and {parameters().Count()}");
        foreach (var group in _groups)
        {
            group.InitialLearningRate = reader.ReadDouble();
            group.LearningRate = reader.ReadDouble();
            ReadSettings(group, reader);
        }
        foreach (var parameter in parameters())
            ReadMemory(parameter, reader);
    }

    /// <summary>Moves what is remembered of each parameter to a device.</summary>
    public abstract void to(Device device);

    private protected abstract void Adopt(ParamGroup group);

    private protected abstract void Update(ParamGroup group, Parameter parameter, Tensor gradient);

    /// <summary>The step of a whole group.</summary>
    private protected virtual void Update(ParamGroup group, Parameter[] parameters, Tensor[] gradients)
    {
        for (var i = 0; i < parameters.Length; i++)
            Update(group, parameters[i], gradients[i]);
    }

    private protected abstract void WriteSettings(ParamGroup group, BinaryWriter writer);

    private protected abstract void ReadSettings(ParamGroup group, BinaryReader reader);

    private protected abstract void WriteMemory(Parameter parameter, BinaryWriter writer);

    private protected abstract void ReadMemory(Parameter parameter, BinaryReader reader);

    private protected static void WriteOptional(Tensor? tensor, BinaryWriter writer)
    {
        writer.Write(tensor is not null);
        if (tensor is not null)
            TensorFile.Write(tensor, writer);
    }

    private protected static Tensor? ReadOptional(BinaryReader reader, Device device)
        => reader.ReadBoolean() ? ReadOn(reader, device) : null;

    private protected static Tensor ReadOn(BinaryReader reader, Device device)
        => TensorFile.Read(reader).to(device, disposeAfter: true).DetachFromDisposeScope();

    private protected static double Checked(double value, double least, double most, string name)
        => value >= least && value < most ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} has to be at least {least} and below {most}");
}
