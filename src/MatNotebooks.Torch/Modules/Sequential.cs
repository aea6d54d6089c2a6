using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules one after the other. What passes between them is disposed at once.</summary>
    public class Sequential : nn.Module<Tensor, Tensor>
    {
        private readonly List<(string Name, nn.IModule<Tensor, Tensor> Module)> _steps = [];

        /// <summary>Modules under names, for a deriving class.</summary>
        protected internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
            : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules)
                append(name, module);
        }

        /// <summary>Modules under the names 0, 1, ..., for a deriving class.</summary>
        protected internal Sequential(params nn.Module<Tensor, Tensor>[] modules)
            : base(nameof(Sequential))
        {
            foreach (var module in modules)
                append(module);
        }

        /// <summary>How many modules.</summary>
        public int Count => _steps.Count;

        /// <summary>The module of a place.</summary>
        public nn.IModule<Tensor, Tensor> this[int index] => _steps[index].Module;

        /// <summary>Adds a module under a name.</summary>
        /// <returns>This module.</returns>
        public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
        {
            register_module(name, (nn.Module)module);
            _steps.Add((name, module));
            return this;
        }

        /// <summary>Adds a module under its number.</summary>
        /// <returns>This module.</returns>
        public Sequential append(nn.IModule<Tensor, Tensor> module)
            => append(_steps.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            var current = input;
            foreach (var (_, module) in _steps)
            {
                var next = module.call(current);
                if (!ReferenceEquals(current, input))
                    current.Dispose();
                current = next;
            }
            return ReferenceEquals(current, input) ? input.alias() : current;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules one after the other, under the names 0, 1, ...</summary>
            public static Modules.Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(modules);

            /// <summary>Modules one after the other, under the names 0, 1, ...</summary>
            public static Modules.Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => new(modules.ToArray());

            /// <summary>Modules one after the other, under names.</summary>
            public static Modules.Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            /// <summary>Modules one after the other, under names.</summary>
            public static Modules.Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new(modules.ToArray());

            /// <summary>Nothing yet: append to it.</summary>
            public static Modules.Sequential Sequential() => new(Array.Empty<Module<Tensor, Tensor>>());
        }
    }
}
