using TorchSharp.Schedulers;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The rate at the start times gamma for every step_size epochs done.</summary>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(step_size, 1);
                return new RateByEpoch(optimizer, last_epoch, (epoch, rate) => rate * Math.Pow(gamma, epoch / step_size));
            }

            /// <summary>The rate at the start times gamma for every milestone passed.</summary>
            public static LRScheduler MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                => new RateByEpoch(optimizer, last_epoch, (epoch, rate) => rate * Math.Pow(gamma, milestones.Count(m => m <= epoch)));

            /// <summary>The rate at the start times gamma for every epoch done.</summary>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                => new RateByEpoch(optimizer, last_epoch, (epoch, rate) => rate * Math.Pow(gamma, epoch));

            /// <summary>The rate at the start times a function of the epoch.</summary>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                => new RateByEpoch(optimizer, last_epoch, (epoch, rate) => rate * lr_lambda(epoch));

            /// <summary>Down along half a cosine to eta_min at T_max epochs, and up again after (Loshchilov and Hutter 2017).</summary>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                => new RateByEpoch(optimizer, last_epoch, (epoch, rate) => eta_min + ((rate - eta_min) * (1 + Math.Cos(Math.PI * epoch / T_max)) / 2));

            /// <summary>The rate falls when a loss has not improved for a while: call <c>step(loss)</c> after each epoch.</summary>
            /// <param name="optimizer">Whose rates.</param>
            /// <param name="mode"><c>min</c> for a loss, <c>max</c> for a score.</param>
            /// <param name="factor">What the rate is multiplied with; above 0 and below 1.</param>
            /// <param name="patience">Epochs without improvement that are borne.</param>
            /// <param name="threshold">How much better is better.</param>
            /// <param name="threshold_mode"><c>rel</c>: a share of the best; <c>abs</c>: in the loss's unit.</param>
            /// <param name="cooldown">Epochs after a reduction in which none is counted as bad.</param>
            /// <param name="min_lr">Lowest rate, or one per group; 0 when null.</param>
            /// <param name="eps">A reduction smaller than this is left out.</param>
            /// <param name="verbose">Here because TorchSharp has it.</param>
            public static LRScheduler ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                => new Plateau(optimizer, new(OneOf(mode, "max", "min"), factor, patience, threshold, OneOf(threshold_mode, "rel", "abs"), cooldown, eps), min_lr);

            /// <summary>Up to max_lr and far down, once; momentum the other way: call step after every batch (Smith and Topin 2019).</summary>
            /// <param name="optimizer">Whose rates.</param>
            /// <param name="max_lr">The highest rate.</param>
            /// <param name="total_steps">Steps of the cycle; or give the next two.</param>
            /// <param name="epochs">Epochs of the cycle.</param>
            /// <param name="steps_per_epoch">Steps of an epoch.</param>
            /// <param name="pct_start">The share of steps that go up.</param>
            /// <param name="anneal_strategy">Along a cosine or a line.</param>
            /// <param name="cycle_momentum">Whether momentum (or Adam's beta1) goes the other way.</param>
            /// <param name="base_momentum">Lowest momentum.</param>
            /// <param name="max_momentum">Highest momentum.</param>
            /// <param name="div_factor">max_lr over the first rate.</param>
            /// <param name="final_div_factor">The first rate over the last.</param>
            /// <param name="three_phase">Down as long as up, then far down.</param>
            /// <param name="last_epoch">The last step done; -1 at the start.</param>
            /// <param name="verbose">Here because TorchSharp has it.</param>
            public static LRScheduler OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
            {
                var settings = new OneCycle.Settings(OneCycle.Settings.StepsOf(total_steps, epochs, steps_per_epoch), pct_start, anneal_strategy == impl.OneCycleLR.AnnealStrategy.Cos, cycle_momentum, base_momentum, max_momentum, div_factor, final_div_factor, three_phase);
                return new OneCycle(optimizer, optimizer.ParamGroups.Select(_ => max_lr), settings, last_epoch);
            }

            private static bool OneOf(string value, string yes, string no)
                => value == yes || (value == no ? false : throw new ArgumentException($"'{value}' is neither '{yes}' nor '{no}'"));

            /// <summary>Where TorchSharp keeps the choices of rules.</summary>
            public static partial class impl
            {
                /// <summary>Choices of OneCycleLR.</summary>
                public static class OneCycleLR
                {
                    /// <summary>How the rate goes from one end to the other.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Along half a cosine.</summary>
                        Cos,

                        /// <summary>Along a line.</summary>
                        Linear,
                    }
                }
            }
        }
    }
}
