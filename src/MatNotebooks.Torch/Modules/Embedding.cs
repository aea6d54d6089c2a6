using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A learned vector for each of a number of things: whole numbers (...) to (..., dimensions). Initial values are standard normal.</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private readonly long _padding;
        private readonly bool _scaleByFrequency;
        private readonly bool _sparse;

        internal Embedding(Tensor vectors, bool freeze, long? padding_idx, bool scale_grad_by_freq, bool sparse)
            : base(nameof(Embedding))
        {
            weight = new Parameter(vectors, requires_grad: !freeze);
            register_parameter(nameof(weight), weight);
            (_padding, _scaleByFrequency, _sparse) = (padding_idx ?? -1, scale_grad_by_freq, sparse);
        }

        /// <summary>(things, dimensions).</summary>
        public Parameter weight { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => Native.Aten.Call("embedding", weight, input, _padding, _scaleByFrequency, _sparse);

        /// <summary>Standard normal vectors; that of the padding is zero and stays so.</summary>
        internal static Tensor Fresh(long count, long dimensions, long? padding, Device? device, ScalarType? dtype)
        {
            var vectors = randn(count, dimensions, dtype, device);
            if (padding is { } row)
            {
                using var zero = vectors[row];
                zero.zero_();
            }
            return vectors;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A learned vector for each of a number of things.</summary>
            /// <param name="num_embeddings">How many things.</param>
            /// <param name="embedding_dims">Length of each vector.</param>
            /// <param name="padding_idx">A thing whose vector is zero and stays so.</param>
            /// <param name="max_norm">Not supported: null.</param>
            /// <param name="norm_type">Used with a maximal norm only.</param>
            /// <param name="scale_grad_by_freq">Divide gradients by how often a thing occurs in the batch.</param>
            /// <param name="sparse">Sparse gradients.</param>
            /// <param name="device">Where.</param>
            /// <param name="dtype">The kind of element.</param>
            public static Modules.Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
                => max_norm is null
                    ? new(Modules.Embedding.Fresh(num_embeddings, embedding_dims, padding_idx, device, dtype), false, padding_idx, scale_grad_by_freq, sparse)
                    : throw new NotSupportedException("An embedding with a maximal norm is not wrapped: clamp the weight's rows after each step");

            /// <summary>An embedding of given vectors, which it takes over.</summary>
            public static Modules.Embedding Embedding_from_pretrained(Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false)
                => max_norm is null
                    ? new(embeddings, freeze, padding_idx, scale_grad_by_freq, sparse)
                    : throw new NotSupportedException("An embedding with a maximal norm is not wrapped: clamp the weight's rows after each step");
        }
    }
}
