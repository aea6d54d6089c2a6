using static TorchSharp.torch;

namespace TorchSharp
{
    /// <summary>A loss of two inputs: prediction and target.</summary>
    public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
    {
        /// <summary>A loss that joins its elements in a way.</summary>
        protected Loss(nn.Reduction reduction = nn.Reduction.Mean)
            : base("Loss") => this.reduction = reduction;

        /// <summary>How it joins its elements.</summary>
        public nn.Reduction reduction { get; }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Squared errors.</summary>
    public sealed class MSELoss(nn.Reduction reduction) : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.mse_loss(input1, input2, reduction);
    }

    /// <summary>Absolute errors.</summary>
    public sealed class L1Loss(nn.Reduction reduction) : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.l1_loss(input1, input2, reduction);
    }

    /// <summary>Squared errors below beta, absolute above, joined smoothly and divided by beta.</summary>
    public sealed class SmoothL1Loss(double beta, nn.Reduction reduction) : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.smooth_l1_loss(input1, input2, reduction, beta);
    }

    /// <summary>Squared errors below delta, absolute above, joined smoothly.</summary>
    public sealed class HuberLoss(double delta, nn.Reduction reduction) : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.huber_loss(input1, input2, delta, reduction);
    }

    /// <summary>Cross entropy of scores (batch, classes, ...) and classes.</summary>
    public sealed class CrossEntropyLoss(Tensor? weight, long? ignore_index, nn.Reduction reduction) : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.cross_entropy(input1, input2, weight, ignore_index ?? -100, reduction);
    }

    /// <summary>Negative logarithms of probabilities: log-probabilities (batch, classes, ...) and classes.</summary>
    public sealed class NLLLoss(Tensor? weight, nn.Reduction reduction) : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.nll_loss(input1, input2, weight, reduction);
    }

    /// <summary>Cross entropy of scores and truth values, stable.</summary>
    public sealed class BCEWithLogitsLoss(Tensor? weight, nn.Reduction reduction) : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.binary_cross_entropy_with_logits(input1, input2, weight, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Squared errors.</summary>
            public static Modules.MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

            /// <summary>Absolute errors.</summary>
            public static Modules.L1Loss L1Loss(Reduction reduction = Reduction.Mean) => new(reduction);

            /// <summary>Squared errors below beta, absolute above, joined smoothly and divided by beta.</summary>
            public static Modules.SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1.0) => new(beta, reduction);

            /// <summary>Squared errors below delta, absolute above, joined smoothly.</summary>
            public static Modules.HuberLoss HuberLoss(double delta = 1.0, Reduction reduction = Reduction.Mean) => new(delta, reduction);

            /// <summary>Cross entropy of scores (batch, classes, ...) and classes.</summary>
            public static Modules.CrossEntropyLoss CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) => new(weight, ignore_index, reduction);

            /// <summary>Negative logarithms of probabilities: log-probabilities (batch, classes, ...) and classes.</summary>
            public static Modules.NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            /// <summary>Cross entropy of scores and truth values, stable.</summary>
            public static Modules.BCEWithLogitsLoss BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);
        }
    }
}
