namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Changes an optimiser's learning rates: call <see cref="step()"/> after each epoch (or step, where so stated).</summary>
            public abstract class LRScheduler
            {
                private protected LRScheduler(Optimizer optimizer)
                {
                    Groups = [.. optimizer.ParamGroups];
                    BaseRates = [.. Groups.Select(g => g.InitialLearningRate)];
                }

                private protected IReadOnlyList<ILearningRateController> Groups { get; }

                private protected IReadOnlyList<double> BaseRates { get; }

                /// <summary>Sets the rates of the next epoch.</summary>
                public abstract void step();

                /// <summary>Sets the rates of an epoch counted from 0, or of the next when null.</summary>
                public abstract void step(int? epoch);

                /// <summary>Sets the rates of the next epoch after a loss (or score) was seen; only some rules look at it.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates now, one per group.</summary>
                public IEnumerable<double> get_last_lr() => Groups.Select(g => g.LearningRate);
            }
        }
    }
}
