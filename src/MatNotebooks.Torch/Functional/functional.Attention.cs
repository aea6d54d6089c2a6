namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>softmax(Q Kᵀ / √d) V over the last two dimensions (Vaswani et al. 2017), out of operators every libtorch has.</summary>
            /// <param name="query">(..., steps, d).</param>
            /// <param name="key">(..., keys, d).</param>
            /// <param name="value">(..., keys, width).</param>
            /// <param name="attn_mask">Added to the scores, or true where attention is allowed.</param>
            /// <param name="p">Dropout of the weights, done whenever it is above 0.</param>
            /// <param name="is_casual">Each step sees itself and what came before.</param>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false)
            {
                using var scope = NewDisposeScope();
                var scores = (query / Math.Sqrt(query.size(-1))).matmul(key.transpose(-2, -1));
                if (is_casual)
                    scores = scores.masked_fill(ones(query.size(-2), key.size(-2), ScalarType.Bool, query.device).tril().logical_not(), double.NegativeInfinity);
                if (attn_mask is not null)
                    scores = attn_mask.dtype == ScalarType.Bool ? scores.masked_fill(attn_mask.logical_not(), double.NegativeInfinity) : scores + attn_mask;
                var weights = scores.softmax(-1);
                if (p > 0)
                    weights = dropout(weights, p);
                return weights.matmul(value).MoveToOuterDisposeScope();
            }
        }
    }
}
