using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Stochastic gradient descent, with momentum when asked for.</summary>
    public class SGD : OptimizerHelper, optim.IMomentum
    {
        private readonly ParamGroup _defaults;
        private readonly Dictionary<Parameter, Tensor> _momenta = new(ReferenceEqualityComparer.Instance);

        /// <summary>Over groups of parameters; what a group leaves open is taken from the arguments.</summary>
        public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        {
            if (nesterov && (momentum <= 0 || dampening != 0))
                throw new ArgumentException($"Nesterov's momentum needs a momentum above 0 and no dampening, not {momentum} and {dampening}", nameof(nesterov));
            _defaults = new ParamGroup([], Checked(lr, 0, double.PositiveInfinity, nameof(lr)), Checked(momentum, 0, double.PositiveInfinity, nameof(momentum)), dampening, Checked(weight_decay, 0, double.PositiveInfinity, nameof(weight_decay)), nesterov, maximize);
            foreach (var group in parameters)
                add_param_group(group);
        }

        /// <summary>Momentum of groups added from now on.</summary>
        public double Momentum
        {
            get => _defaults.Momentum;
            set => _defaults.Momentum = value;
        }

        /// <inheritdoc/>
        public override void to(Device device)
        {
            foreach (var (parameter, buffer) in _momenta)
                _momenta[parameter] = buffer.to(device, disposeAfter: true).DetachFromDisposeScope();
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            foreach (var buffer in _momenta.Values)
                buffer.Dispose();
            _momenta.Clear();
        }

        private protected override void Adopt(Modules.ParamGroup group)
        {
            group.Inherit(_defaults.LearningRate);
            ((ParamGroup)group).Rule ??= _defaults.Rule;
        }

        private protected override void Update(Modules.ParamGroup group, Parameter parameter, Tensor gradient)
        {
            var rule = ((ParamGroup)group).Rule!;
            if (rule.WeightDecay != 0)
                gradient = gradient.add(parameter, rule.WeightDecay);
            if (rule.Momentum != 0)
            {
                if (_momenta.TryGetValue(parameter, out var buffer))
                    buffer.mul_(rule.Momentum).add_(gradient, 1 - rule.Dampening);
                else
                    _momenta[parameter] = buffer = gradient.clone().DetachFromDisposeScope();
                gradient = rule.Nesterov ? gradient.add(buffer, rule.Momentum) : buffer;
            }
            parameter.add_(gradient, rule.Maximize ? group.LearningRate : -group.LearningRate);
        }

        private protected override void WriteSettings(Modules.ParamGroup group, BinaryWriter writer)
        {
            var rule = ((ParamGroup)group).Rule!;
            writer.Write(rule.Momentum);
            writer.Write(rule.Dampening);
            writer.Write(rule.WeightDecay);
            writer.Write(rule.Nesterov);
            writer.Write(rule.Maximize);
        }

        private protected override void ReadSettings(Modules.ParamGroup group, BinaryReader reader)
            => ((ParamGroup)group).Rule = new(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadBoolean(), reader.ReadBoolean());

        private protected override void WriteMemory(Parameter parameter, BinaryWriter writer) => WriteOptional(_momenta.GetValueOrDefault(parameter), writer);

        private protected override void ReadMemory(Parameter parameter, BinaryReader reader)
        {
            if (_momenta.Remove(parameter, out var old))
                old.Dispose();
            if (ReadOptional(reader, parameter.device) is { } buffer)
                _momenta[parameter] = buffer;
        }

        internal sealed record Settings(double Momentum, double Dampening, double WeightDecay, bool Nesterov, bool Maximize);

        /// <summary>Parameters that learn by one rule.</summary>
        public class ParamGroup : Modules.ParamGroup, optim.IMomentum
        {
            /// <summary>A group that takes everything but its parameters from the optimiser.</summary>
            public ParamGroup()
            {
            }

            /// <summary>A group with a rate and a rule of its own.</summary>
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            {
                (Parameters, LearningRate) = (parameters, lr);
                Rule = new(momentum, dampening, weight_decay, nesterov, maximize);
            }

            /// <summary>The share of the last step that is kept.</summary>
            public double Momentum
            {
                get => Rule?.Momentum ?? 0;
                set => Rule = Rule! with { Momentum = value };
            }

            internal Settings? Rule { get; set; }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Stochastic gradient descent.</summary>
            /// <param name="parameters">What to learn.</param>
            /// <param name="learningRate">At least 0.</param>
            /// <param name="momentum">The share of the last step that is kept; at least 0.</param>
            /// <param name="dampening">The share of the gradient that momentum leaves out.</param>
            /// <param name="weight_decay">Times the parameter is added to its gradient; at least 0.</param>
            /// <param name="nesterov">Look ahead along the momentum.</param>
            /// <param name="maximize">Go up instead of down.</param>
            public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
                => new([new SGD.ParamGroup { Parameters = parameters }], learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            /// <summary>Stochastic gradient descent over groups of parameters.</summary>
            public static SGD SGD(IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
                => new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}
