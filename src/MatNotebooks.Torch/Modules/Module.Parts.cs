using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // What is inside, by name.
        public partial class Module
        {
            /// <summary>The modules directly inside.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => _modules;

            /// <summary>The modules inside, at any depth, under dotted names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children())
                    yield return child;
                foreach (var (name, child) in named_children())
                {
                    foreach (var (inner, module) in child.named_modules())
                        yield return ($"{name}.{inner}", module);
                }
            }

            /// <summary>The modules directly inside.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(c => c.module);

            /// <summary>The modules inside, at any depth.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(m => m.module);

            /// <summary>The parameters, under dotted names; one shared by several modules comes once.</summary>
            /// <param name="recurse">Those of the modules inside, too.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                foreach (var part in AllParameters(recurse))
                {
                    if (seen.Add(part.parameter))
                        yield return part;
                }
            }

            /// <summary>The parameters; one shared by several modules comes once.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(p => p.parameter);

            /// <summary>The buffers, under dotted names.</summary>
            /// <param name="recurse">Those of the modules inside, too.</param>
            /// <param name="include_nonpersistent">Those that are not saved, too.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                foreach (var (name, buffer, persistent) in _buffers)
                {
                    if (persistent || include_nonpersistent)
                        yield return (name, buffer);
                }
                if (!recurse)
                    yield break;
                foreach (var (name, child) in named_children())
                {
                    foreach (var (inner, buffer) in child.named_buffers(true, include_nonpersistent))
                        yield return ($"{name}.{inner}", buffer);
                }
            }

            /// <summary>The buffers.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true)
                => named_buffers(recurse, include_nonpersistent).Select(b => b.buffer);

            /// <summary>The parameter of a dotted name; null when there is none.</summary>
            public virtual Parameter? get_parameter(string target) => named_parameters().FirstOrDefault(p => p.name == target).parameter;

            /// <summary>The buffer of a dotted name; null when there is none.</summary>
            public virtual Tensor? get_buffer(string target) => named_buffers().FirstOrDefault(b => b.name == target).buffer;

            /// <summary>Whether there is a parameter of a dotted name.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Whether there is a buffer of a dotted name.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            private IEnumerable<(string name, Parameter parameter)> AllParameters(bool recurse)
            {
                foreach (var part in _parameters)
                    yield return part;
                if (!recurse)
                    yield break;
                foreach (var (name, child) in named_children())
                {
                    foreach (var (inner, parameter) in child.named_parameters())
                        yield return ($"{name}.{inner}", parameter);
                }
            }

            /// <summary>Converts every parameter and every buffer of real numbers; the objects, and optimisers that hold them, stay.</summary>
            internal void Convert(ScalarType? dtype, Device? device)
            {
                if (dtype is { } type && !torch.is_floating_point(type))
                    throw new ArgumentException($"A module is converted to a floating-point type, not to {type}", nameof(dtype));
                using var off = no_grad();
                foreach (var tensor in parameters().Concat(buffers()))
                {
                    var to = tensor.is_floating_point() ? dtype ?? tensor.dtype : tensor.dtype;
                    using var converted = tensor.to(to, device ?? tensor.device);
                    Native.Aten.Do("set_data", tensor, converted);
                    if (tensor.grad is { } gradient)
                    {
                        using (gradient)
                        using (var moved = gradient.to(to, device ?? tensor.device))
                            tensor.grad = moved;
                    }
                }
            }
        }
    }
}

/// <summary>Moving and converting modules.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Converts the parameters and buffers of real numbers.</summary>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, torch.ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module
        => Converted(module, type, null);

    /// <summary>Moves the parameters and buffers.</summary>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, torch.Device device, bool non_blocking = false)
        where T : torch.nn.Module
        => Converted(module, null, device);

    /// <summary>Moves and converts the parameters and buffers.</summary>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, torch.Device device, torch.ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module
        => Converted(module, type, device);

    /// <summary>Moves the parameters and buffers.</summary>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module
        => Converted(module, null, new torch.Device(deviceType, deviceIndex));

    /// <summary>Moves the parameters and buffers to a device such as <c>cuda:0</c>.</summary>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, string device, bool non_blocking = false)
        where T : torch.nn.Module
        => Converted(module, null, new torch.Device(device));

    /// <summary>Moves the parameters and buffers to the processor.</summary>
    /// <returns>The module.</returns>
    public static T cpu<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module
        => Converted(module, null, torch.CPU);

    /// <summary>Moves the parameters and buffers to a GPU.</summary>
    /// <returns>The module.</returns>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module
        => Converted(module, null, new torch.Device(DeviceType.CUDA, deviceIndex));

    private static T Converted<T>(T module, torch.ScalarType? type, torch.Device? device)
        where T : torch.nn.Module
    {
        module.Convert(type, device);
        return module;
    }
}
