using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            /// <summary>The groups of parameters and their learning rates.</summary>
            public abstract IEnumerable<ILearningRateController> ParamGroups { get; }

            /// <summary>Takes one step: every parameter that has a gradient is changed.</summary>
            /// <param name="closure">Computes the loss and its gradients first; usually done before the call.</param>
            /// <returns>What the closure gave, or null without one.</returns>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>All parameters.</summary>
            public abstract IEnumerable<Parameter> parameters();

            /// <summary>Adds a group of parameters.</summary>
            public abstract void add_param_group(ParamGroup param_group);

            /// <summary>Forgets the gradients of all parameters.</summary>
            public virtual void zero_grad()
            {
                foreach (var parameter in parameters())
                    nn.Module.ZeroGradient(parameter, forget: true);
            }

            /// <summary>Frees what it remembers of each parameter.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees what it remembers of each parameter.</summary>
            protected abstract void Dispose(bool disposing);
        }

        /// <summary>What schedulers read and change.</summary>
        public interface ILearningRateController
        {
            /// <summary>The rate now.</summary>
            double LearningRate { get; set; }

            /// <summary>The rate at the start.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>Optimisers with a momentum, which OneCycleLR turns against the rate.</summary>
        public interface IMomentum
        {
            /// <summary>The share of the last step that is kept.</summary>
            double Momentum { get; set; }
        }

        /// <summary>Optimisers with two decay rates; the first is turned by OneCycleLR as momentum is.</summary>
        public interface IBetas
        {
            /// <summary>Decay of the mean of gradients, and of their squares.</summary>
            (double, double) Betas { get; set; }
        }
    }
}
