using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>How a loss joins its elements; the numbers are libtorch's.</summary>
        public enum Reduction : long
        {
            /// <summary>Not at all.</summary>
            None = 0,

            /// <summary>Their mean.</summary>
            Mean = 1,

            /// <summary>Their sum.</summary>
            Sum = 2,
        }

        public static partial class functional
        {
            /// <summary>Squared errors.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => Aten.Call("mse_loss", input, target, (long)reduction);

            /// <summary>Absolute errors.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => Aten.Call("l1_loss", input, target, (long)reduction);

            /// <summary>Squared errors below beta, absolute above, joined smoothly and divided by beta.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0)
                => Aten.Call("smooth_l1_loss", input, target, (long)reduction, beta);

            /// <summary>Squared errors below delta, absolute above, joined smoothly.</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean)
                => Aten.Call("huber_loss", input, target, (long)reduction, delta);

            /// <summary>Cross entropy of scores (batch, classes, ...) and classes, as whole numbers or probabilities.</summary>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0)
                => Aten.Call("cross_entropy_loss", input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>Negative logarithms of probabilities: log-probabilities (batch, classes, ...) and classes as whole numbers.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
                => Aten.Call("nll_loss_nd", input, target, weight, (long)reduction);

            /// <summary>Cross entropy of probabilities and truth values.</summary>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
                => Aten.Call("binary_cross_entropy", input, target, weight, (long)reduction);

            /// <summary>Cross entropy of scores and truth values, stable.</summary>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
                => Aten.Call("binary_cross_entropy_with_logits", input, target, weight, pos_weights, (long)reduction);

            /// <summary>Kullback–Leibler divergence of log-probabilities from a target, which is in logarithms by default.</summary>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean)
                => Aten.Call("kl_div", input, target, (long)reduction, log_target);

            /// <summary>Negative log-likelihood of normal distributions of given means and variances, the latter at least eps.</summary>
            public static Tensor gaussian_nll_loss(Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                Tensor bounded;
                using (no_grad())
                    bounded = variance.detach().clamp_min(eps);
                bounded = variance + (bounded - variance.detach()); // the bound has no gradient of its own
                var loss = 0.5 * (bounded.log() + ((input - target).square() / bounded));
                if (full)
                    loss = loss + (0.5 * Math.Log(2 * Math.PI));
                var reduced = reduction switch { Reduction.Mean => loss.mean(), Reduction.Sum => loss.sum(), _ => loss };
                return reduced.MoveToOuterDisposeScope();
            }
        }
    }
}
