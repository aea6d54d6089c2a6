using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Each feature less its mean over its standard deviation, measured over the batch while learning and over all batches when used: (batch, features) or (batch, features, length).</summary>
    public sealed class BatchNorm1d : nn.Module<Tensor, Tensor>
    {
        internal BatchNorm1d(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(nameof(BatchNorm1d))
        {
            (this.num_features, this.eps, this.momentum, this.affine, this.track_running_stats) = (num_features, eps, momentum, affine, track_running_stats);
            if (affine)
            {
                weight = new Parameter(ones(num_features, dtype, device));
                bias = new Parameter(zeros(num_features, dtype, device));
                register_parameter(nameof(weight), weight);
                register_parameter(nameof(bias), bias);
            }
            if (!track_running_stats)
                return;
            running_mean = zeros(num_features, dtype, device);
            running_var = ones(num_features, dtype, device);
            num_batches_tracked = tensor(0L, device: device);
            register_buffer(nameof(running_mean), running_mean);
            register_buffer(nameof(running_var), running_var);
            register_buffer(nameof(num_batches_tracked), num_batches_tracked);
        }

        /// <summary>(features), starts at 1; null unless affine.</summary>
        public Parameter? weight { get; }

        /// <summary>(features), starts at 0; null unless affine.</summary>
        public Parameter? bias { get; }

        /// <summary>(features); null unless statistics are kept.</summary>
        public Tensor? running_mean { get; }

        /// <summary>(features); null unless statistics are kept.</summary>
        public Tensor? running_var { get; }

        /// <summary>Batches seen while learning; null unless statistics are kept.</summary>
        public Tensor? num_batches_tracked { get; }

        /// <summary>Features.</summary>
        public long num_features { get; }

        /// <summary>Added to the variance.</summary>
        public double eps { get; set; }

        /// <summary>Weight of the newest batch in the statistics; null for the plain mean over batches.</summary>
        public double? momentum { get; set; }

        /// <summary>Whether it scales and shifts afterwards.</summary>
        public bool affine { get; }

        /// <summary>Whether it keeps statistics for use.</summary>
        public bool track_running_stats { get; }

        /// <summary>Forgets the statistics.</summary>
        public void reset_running_stats()
        {
            running_mean?.zero_();
            running_var?.fill_(1);
            num_batches_tracked?.zero_();
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            if (input.ndim is not (2 or 3))
                throw new ArgumentException($"BatchNorm1d takes (batch, features) or (batch, features, length), not a tensor of shape [{string.Join(", ", input.shape)}]", nameof(input));
            if (training && input.numel() == num_features)
                throw new ArgumentException($"BatchNorm1d learns from the spread of at least 2 rows, not from a tensor of shape [{string.Join(", ", input.shape)}]: give more per step, or normalise each row by itself (LayerNorm)", nameof(input));
            if (training)
                num_batches_tracked?.add_(1);
            var share = momentum ?? (num_batches_tracked is null ? 0 : 1.0 / num_batches_tracked.item<long>());
            return nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training || running_mean is null, share, eps);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Batch normalisation of (batch, features) or (batch, features, length).</summary>
            public static Modules.BatchNorm1d BatchNorm1d(long num_features, double eps = 1e-05, double? momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null)
                => new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
