using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Bounds and the functions neurons apply.
    public partial class Tensor
    {
        /// <summary>Each element held between two bounds; a null bound does not bind.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.Call("clamp", this, min, max);

        /// <summary>Each element held between the elements of two tensors; a null bound does not bind.</summary>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.Call("clamp.Tensor", this, min, max);

        /// <summary>Each element held between two bounds, in place.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Aten.Into("clamp_", this, min, max);

        /// <summary>Each element, but at most this.</summary>
        public Tensor clamp_max(Scalar max) => Aten.Call("clamp_max", this, max);

        /// <summary>Each element, but at least this.</summary>
        public Tensor clamp_min(Scalar min) => Aten.Call("clamp_min", this, min);

        /// <summary>Not-a-number and the infinities replaced.</summary>
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) => Aten.Call("nan_to_num", this, nan, posinf, neginf);

        /// <summary>Angle of (other, this) from the first axis, in radians.</summary>
        public Tensor atan2(Tensor other) => Aten.Call("atan2", this, other);

        /// <summary>The point a share of the way from this to another.</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Aten.Call("lerp.Tensor", this, end, weight);

        /// <summary>The point a share of the way from this to another, in place.</summary>
        public Tensor lerp_(Tensor end, Tensor weight) => Aten.Into("lerp_.Tensor", this, end, weight);

        /// <summary>This times log(y), 0 where this is 0.</summary>
        public Tensor xlogy(Tensor y) => Aten.Call("xlogy.Tensor", this, y);

        /// <summary>Each element, but at least 0.</summary>
        public Tensor relu() => Aten.Call("relu", this);

        /// <summary>x times sigmoid(x) of each element.</summary>
        public Tensor silu() => Aten.Call("silu", this);

        /// <summary>The self-normalising exponential unit of each element.</summary>
        public Tensor selu() => Aten.Call("selu", this);

        /// <summary>The sigmoid made of three straight lines, of each element.</summary>
        public Tensor hardsigmoid() => Aten.Call("hardsigmoid", this);

        /// <summary>Logarithm of the sigmoid of each element.</summary>
        public Tensor log_sigmoid() => Aten.Call("log_sigmoid", this);

        /// <summary>Each element, but at least 0, in place.</summary>
        public Tensor relu_() => Aten.Into("relu_", this);

        /// <summary>x times the normal distribution function of x, of each element.</summary>
        public Tensor gelu() => Aten.Call("gelu", this);

        /// <summary>log(1 + exp(beta x)) / beta of each element; x itself where beta x passes the threshold.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) => Aten.Call("softplus", this, beta, threshold);

        /// <summary>x above 0, alpha (exp(x) - 1) below.</summary>
        public Tensor elu(double alpha = 1) => Aten.Call("elu", this, alpha);

        /// <summary>x above 0, a small share of x below.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => Aten.Call("leaky_relu", this, negative_slope);

        /// <summary>Each element held between two bounds.</summary>
        public Tensor hardtanh(Scalar min, Scalar max) => Aten.Call("hardtanh", this, min, max);

        /// <summary>exp of each element over the sum of exp along a dimension.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.Call("softmax.int", this, dim, dtype);

        /// <summary>Logarithm of the softmax along a dimension, stable.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.Call("log_softmax.int", this, dim, dtype);
    }

    /// <summary>Each element held between two bounds; a null bound does not bind.</summary>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <summary>Each element held between the elements of two tensors; a null bound does not bind.</summary>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);

    /// <summary>Each element held between two bounds, in place.</summary>
    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp_(min, max);

    /// <summary>Each element, but at most this.</summary>
    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);

    /// <summary>Each element, but at least this.</summary>
    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);

    /// <summary>Not-a-number and the infinities replaced.</summary>
    public static Tensor nan_to_num(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) => input.nan_to_num(nan, posinf, neginf);

    /// <summary>Angle of (other, this) from the first axis, in radians.</summary>
    public static Tensor atan2(Tensor input, Tensor other) => input.atan2(other);

    /// <summary>The point a share of the way from this to another.</summary>
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => input.lerp(end, weight);

    /// <summary>This times log(y), 0 where this is 0.</summary>
    public static Tensor xlogy(Tensor input, Tensor y) => input.xlogy(y);

    /// <summary>exp of each element over the sum of exp along a dimension.</summary>
    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
}
