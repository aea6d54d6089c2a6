using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A part of a network: parameters it learns, buffers it keeps, modules inside it. A deriving class assigns them to
        /// fields in its constructor and calls <see cref="RegisterComponents"/> at the end.
        /// </summary>
        public partial class Module : IDisposable
        {
            private readonly List<(string Name, Module Module)> _modules = [];
            private readonly List<(string Name, Parameter Parameter)> _parameters = [];
            private readonly List<(string Name, Tensor Buffer, bool Persistent)> _buffers = [];
            private readonly string _name;
            private bool _registered;

            /// <summary>A module of a name, for messages.</summary>
            protected Module(string name) => _name = name;

            /// <summary>Whether it learns (dropout drops, batch normalisation measures) or is used.</summary>
            public virtual bool training { get; private set; } = true;

            /// <summary>Its name.</summary>
            public virtual string GetName() => _name;

            /// <summary>Says whether it, and everything inside, learns.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var (_, child) in named_children())
                    child.train(train);
            }

            /// <summary>Says that it, and everything inside, is used.</summary>
            public virtual void eval() => train(false);

            /// <summary>Forgets the gradients of all parameters, or writes zeros over them.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                    ZeroGradient(parameter, set_to_none);
            }

            /// <summary>Does something to everything inside, then to this.</summary>
            /// <returns>This module.</returns>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, child) in named_children())
                    child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Makes a tensor part of the module that is kept but not learned.</summary>
            /// <param name="name">Its name; once in a module.</param>
            /// <param name="tensor">The tensor; it leaves its dispose scope.</param>
            /// <param name="persistent">Whether it is saved.</param>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                CheckNew(name);
                tensor.DetachFromDisposeScope();
                _buffers.Add((name, tensor, persistent));
            }

            /// <summary>Makes a parameter part of the module.</summary>
            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                CheckNew(name);
                param.DetachFromDisposeScope();
                _parameters.Add((name, param));
            }

            /// <summary>Puts a module inside this one.</summary>
            public virtual void register_module(string name, Module submodule)
            {
                ArgumentNullException.ThrowIfNull(submodule);
                if (name.Contains('.', StringComparison.Ordinal) || name.Length == 0)
                    throw new ArgumentException($"A module's name has no dot and is not empty, unlike '{name}'", nameof(name));
                CheckNew(name);
                submodule.RegisterComponents();
                _modules.Add((name, submodule));
            }

            /// <summary>Puts a module inside this one.</summary>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Registers every field that holds a module, a parameter or a tensor, under the field's name.</summary>
            protected virtual void RegisterComponents()
            {
                if (_registered)
                    return;
                _registered = true;
                foreach (var field in Fields(GetType()))
                {
                    var value = field.GetValue(this);
                    if (IsKnown(field.Name) || IsPart(value))
                        continue;
                    switch (value)
                    {
                        case Module module:
                            register_module(field.Name, module);
                            break;
                        case Parameter parameter:
                            register_parameter(field.Name, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(field.Name, tensor);
                            break;
                    }
                }
            }

            /// <summary>Frees the parameters and buffers of this module and of everything inside.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees the parameters and buffers of this module and of everything inside.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                    return;
                foreach (var (_, parameter) in _parameters)
                    parameter.Dispose();
                foreach (var (_, buffer, _) in _buffers)
                    buffer.Dispose();
                foreach (var (_, module) in _modules)
                    module.Dispose();
            }

            internal static void ZeroGradient(Parameter parameter, bool forget)
            {
                if (forget)
                {
                    parameter.grad = null;
                    return;
                }
                using var gradient = parameter.grad;
                gradient?.detach_().zero_();
            }

            // TorchSharp looks at the deriving class's own fields first.
            private static IEnumerable<FieldInfo> Fields(Type type)
            {
                var seen = new HashSet<string>(StringComparer.Ordinal);
                for (var at = type; at is not null && at != typeof(Module); at = at.BaseType)
                {
                    foreach (var field in at.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                    {
                        if (seen.Add(field.Name))
                            yield return field;
                    }
                }
            }

            private bool IsKnown(string name)
                => _modules.Any(m => m.Name == name) || _parameters.Any(p => p.Name == name) || _buffers.Any(b => b.Name == name);

            private bool IsPart(object? value)
                => _modules.Any(m => m.Module == value) || _parameters.Any(p => p.Parameter == value) || _buffers.Any(b => b.Buffer == value);

            private void CheckNew(string name)
            {
                if (IsKnown(name))
                    throw new InvalidOperationException($"{_name} has a part named '{name}' already");
            }
        }
    }
}
