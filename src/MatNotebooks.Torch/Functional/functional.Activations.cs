using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Each element, but at least 0.</summary>
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_() : x.relu();

            /// <summary>x times sigmoid(x) of each element.</summary>
            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? Aten.Into("silu_", x) : x.silu();

            /// <summary>x times the normal distribution function of x, of each element.</summary>
            public static Tensor gelu(Tensor x) => x.gelu();

            /// <summary>x times tanh(softplus(x)) of each element.</summary>
            public static Tensor mish(Tensor x, bool inplace = false) => inplace ? Aten.Into("mish_", x) : Aten.Call("mish", x);

            /// <summary>log(1 + exp(beta x)) / beta of each element; x itself where beta x passes the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => x.softplus(beta, threshold);

            /// <summary>1 / (1 + exp(-x)) of each element.</summary>
            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            /// <summary>Logarithm of the sigmoid of each element.</summary>
            public static Tensor logsigmoid(Tensor x) => x.log_sigmoid();

            /// <summary>Hyperbolic tangent of each element.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_() : x.tanh();

            /// <summary>x above 0, a small share of x below.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false)
                => inplace ? Aten.Into("leaky_relu_", input, negative_slope) : input.leaky_relu(negative_slope);

            /// <summary>x above 0, alpha (exp(x) - 1) below.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => inplace ? Aten.Into("elu_", x, alpha) : x.elu(alpha);

            /// <summary>exp over the sum of exp along a dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>Logarithm of the softmax along a dimension, stable.</summary>
            public static Tensor log_softmax(Tensor input, long dim) => input.log_softmax(dim);

            /// <summary>The first half along a dimension times the sigmoid of the second.</summary>
            public static Tensor glu(Tensor input, long dim = -1) => Aten.Call("glu", input, dim);
        }
    }
}
