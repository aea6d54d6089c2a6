using TorchSharp.Modules;
using TorchSharp.Serialization;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Adam with weights that decay by themselves, not through the gradient (Loshchilov and Hutter 2019).</summary>
    public class AdamW : OptimizerHelper, optim.IBetas
    {
        private readonly ParamGroup _defaults;
        private readonly Dictionary<Parameter, AdamMemory> _memories = new(ReferenceEqualityComparer.Instance);

        /// <summary>Over groups of parameters; what a group leaves open is taken from the arguments.</summary>
        public AdamW(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        {
            Checked(lr, 0, double.PositiveInfinity, nameof(lr));
            Checked(eps, 0, double.PositiveInfinity, nameof(eps));
            Checked(beta1, 0, 1, nameof(beta1));
            Checked(beta2, 0, 1, nameof(beta2));
            Checked(weight_decay, 0, double.PositiveInfinity, nameof(weight_decay));
            _defaults = new ParamGroup([], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
            foreach (var group in parameters)
                add_param_group(group);
        }

        /// <summary>Decay rates of groups added from now on.</summary>
        public (double, double) Betas
        {
            get => _defaults.Betas;
            set => _defaults.Betas = value;
        }

        /// <inheritdoc/>
        public override void to(Device device)
        {
            foreach (var memory in _memories.Values)
                memory.MoveTo(device);
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            foreach (var memory in _memories.Values)
                memory.Free();
            _memories.Clear();
        }

        private protected override void Adopt(Modules.ParamGroup group)
        {
            group.Inherit(_defaults.LearningRate);
            var rule = ((ParamGroup)group).Rule ??= _defaults.Rule!;
            foreach (var parameter in group.Parameters)
                _memories.TryAdd(parameter, AdamMemory.Of(parameter, rule.AmsGrad));
        }

        private protected override void Update(Modules.ParamGroup group, Parameter parameter, Tensor gradient)
            => AdamRule.Step(parameter, gradient, _memories[parameter], ((ParamGroup)group).Rule!, group.LearningRate);

        private protected override void Update(Modules.ParamGroup group, Parameter[] parameters, Tensor[] gradients)
        {
            var rule = ((ParamGroup)group).Rule!;
            var memories = Array.ConvertAll(parameters, parameter => _memories[parameter]);
            if (AdamForeach.Suits(parameters, memories))
                AdamForeach.Step(parameters, gradients, memories, rule, group.LearningRate);
            else
                base.Update(group, parameters, gradients);
        }

        private protected override void WriteSettings(Modules.ParamGroup group, BinaryWriter writer)
        {
            var rule = ((ParamGroup)group).Rule!;
            writer.Write(rule.Beta1);
            writer.Write(rule.Beta2);
            writer.Write(rule.Epsilon);
            writer.Write(rule.WeightDecay);
            writer.Write(rule.AmsGrad);
            writer.Write(rule.Maximize);
        }

        private protected override void ReadSettings(Modules.ParamGroup group, BinaryReader reader)
            => ((ParamGroup)group).Rule = new(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadBoolean(), reader.ReadBoolean()) { Decoupled = true };

        private protected override void WriteMemory(Parameter parameter, BinaryWriter writer)
        {
            var memory = _memories[parameter];
            writer.Write(memory.Steps);
            TensorFile.Write(memory.Mean, writer);
            TensorFile.Write(memory.Square, writer);
            WriteOptional(memory.Largest, writer);
        }

        private protected override void ReadMemory(Parameter parameter, BinaryReader reader)
        {
            _memories[parameter].Free();
            var steps = reader.ReadInt64();
            _memories[parameter] = new AdamMemory(ReadOn(reader, parameter.device), ReadOn(reader, parameter.device), ReadOptional(reader, parameter.device)) { Steps = steps };
        }

        /// <summary>Parameters that learn by one rule.</summary>
        public class ParamGroup : Modules.ParamGroup, optim.IBetas
        {
            /// <summary>A group that takes everything but its parameters from the optimiser.</summary>
            public ParamGroup()
            {
            }

            /// <summary>A group with a rate and a rule of its own.</summary>
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            {
                (Parameters, LearningRate) = (parameters, lr);
                Rule = new(beta1, beta2, eps, weight_decay, amsgrad, maximize) { Decoupled = true };
            }

            /// <summary>Decay of the mean of gradients, and of their squares.</summary>
            public (double, double) Betas
            {
                get => (Rule?.Beta1 ?? 0.9, Rule?.Beta2 ?? 0.999);
                set => Rule = Rule! with { Beta1 = value.Item1, Beta2 = value.Item2 };
            }

            internal AdamSettings? Rule { get; set; }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Adam with weights that decay by themselves, not through the gradient.</summary>
            /// <param name="parameters">What to learn.</param>
            /// <param name="lr">Rate; at least 0.</param>
            /// <param name="beta1">Decay of the mean of gradients; from 0 to below 1.</param>
            /// <param name="beta2">Decay of the mean of their squares; from 0 to below 1.</param>
            /// <param name="eps">Added to the root of the mean of squares.</param>
            /// <param name="weight_decay">Times the rate, the share each weight loses per step; at least 0.</param>
            /// <param name="amsgrad">Divide by the largest mean of squares so far.</param>
            /// <param name="maximize">Go up instead of down.</param>
            public static AdamW AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
                => new([new AdamW.ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <summary>Adam with weights that decay by themselves, not through the gradient, over groups of parameters.</summary>
            public static AdamW AdamW(IEnumerable<AdamW.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
                => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}
