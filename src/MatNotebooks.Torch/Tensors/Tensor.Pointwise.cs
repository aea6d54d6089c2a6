using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Functions of one element at a time.
    public partial class Tensor
    {
        /// <summary>Magnitude of each element.</summary>
        public Tensor abs() => Aten.Call("abs", this);

        /// <summary>Magnitude of each element, in place.</summary>
        public Tensor abs_() => Aten.Into("abs_", this);

        /// <summary>e to the power of each element.</summary>
        public Tensor exp() => Aten.Call("exp", this);

        /// <summary>e to the power of each element, in place.</summary>
        public Tensor exp_() => Aten.Into("exp_", this);

        /// <summary>e to the power of each element, less one, exact near 0.</summary>
        public Tensor expm1() => Aten.Call("expm1", this);

        /// <summary>Natural logarithm of each element.</summary>
        public Tensor log() => Aten.Call("log", this);

        /// <summary>Natural logarithm of each element, in place.</summary>
        public Tensor log_() => Aten.Into("log_", this);

        /// <summary>Logarithm to base 10 of each element.</summary>
        public Tensor log10() => Aten.Call("log10", this);

        /// <summary>Logarithm to base 2 of each element.</summary>
        public Tensor log2() => Aten.Call("log2", this);

        /// <summary>Natural logarithm of one plus each element, exact near 0.</summary>
        public Tensor log1p() => Aten.Call("log1p", this);

        /// <summary>Natural logarithm of one plus each element, exact near 0, in place.</summary>
        public Tensor log1p_() => Aten.Into("log1p_", this);

        /// <summary>Square root of each element.</summary>
        public Tensor sqrt() => Aten.Call("sqrt", this);

        /// <summary>Square root of each element, in place.</summary>
        public Tensor sqrt_() => Aten.Into("sqrt_", this);

        /// <summary>One over the square root of each element.</summary>
        public Tensor rsqrt() => Aten.Call("rsqrt", this);

        /// <summary>One over the square root of each element, in place.</summary>
        public Tensor rsqrt_() => Aten.Into("rsqrt_", this);

        /// <summary>Square of each element.</summary>
        public Tensor square() => Aten.Call("square", this);

        /// <summary>One over each element.</summary>
        public Tensor reciprocal() => Aten.Call("reciprocal", this);

        /// <summary>One over each element, in place.</summary>
        public Tensor reciprocal_() => Aten.Into("reciprocal_", this);

        /// <summary>Each element with its sign turned.</summary>
        public Tensor neg() => Aten.Call("neg", this);

        /// <summary>Each element with its sign turned, in place.</summary>
        public Tensor neg_() => Aten.Into("neg_", this);

        /// <summary>-1, 0 or 1 by the sign of each element.</summary>
        public Tensor sign() => Aten.Call("sign", this);

        /// <summary>Largest whole number not above each element.</summary>
        public Tensor floor() => Aten.Call("floor", this);

        /// <summary>Largest whole number not above each element, in place.</summary>
        public Tensor floor_() => Aten.Into("floor_", this);

        /// <summary>Smallest whole number not below each element.</summary>
        public Tensor ceil() => Aten.Call("ceil", this);

        /// <summary>Smallest whole number not below each element, in place.</summary>
        public Tensor ceil_() => Aten.Into("ceil_", this);

        /// <summary>Each element rounded to a number of decimals, halves to even.</summary>
        public Tensor round(long decimals = 0) => Aten.Call("round.decimals", this, decimals);

        /// <summary>Each element without its fraction.</summary>
        public Tensor trunc() => Aten.Call("trunc", this);

        /// <summary>The fraction of each element.</summary>
        public Tensor frac() => Aten.Call("frac", this);

        /// <summary>Sine of each element, in radians.</summary>
        public Tensor sin() => Aten.Call("sin", this);

        /// <summary>Sine of each element, in radians, in place.</summary>
        public Tensor sin_() => Aten.Into("sin_", this);

        /// <summary>Cosine of each element, in radians.</summary>
        public Tensor cos() => Aten.Call("cos", this);

        /// <summary>Cosine of each element, in radians, in place.</summary>
        public Tensor cos_() => Aten.Into("cos_", this);

        /// <summary>Tangent of each element, in radians.</summary>
        public Tensor tan() => Aten.Call("tan", this);

        /// <summary>Arc sine of each element, in radians.</summary>
        public Tensor asin() => Aten.Call("asin", this);

        /// <summary>Arc cosine of each element, in radians.</summary>
        public Tensor acos() => Aten.Call("acos", this);

        /// <summary>Arc tangent of each element, in radians.</summary>
        public Tensor atan() => Aten.Call("atan", this);

        /// <summary>Hyperbolic sine of each element.</summary>
        public Tensor sinh() => Aten.Call("sinh", this);

        /// <summary>Hyperbolic cosine of each element.</summary>
        public Tensor cosh() => Aten.Call("cosh", this);

        /// <summary>Hyperbolic tangent of each element.</summary>
        public Tensor tanh() => Aten.Call("tanh", this);

        /// <summary>Hyperbolic tangent of each element, in place.</summary>
        public Tensor tanh_() => Aten.Into("tanh_", this);

        /// <summary>Error function of each element.</summary>
        public Tensor erf() => Aten.Call("erf", this);

        /// <summary>One less the error function of each element.</summary>
        public Tensor erfc() => Aten.Call("erfc", this);

        /// <summary>Inverse of the error function of each element.</summary>
        public Tensor erfinv() => Aten.Call("erfinv", this);

        /// <summary>Logarithm of the gamma function of each element.</summary>
        public Tensor lgamma() => Aten.Call("lgamma", this);

        /// <summary>Derivative of the logarithm of the gamma function of each element.</summary>
        public Tensor digamma() => Aten.Call("digamma", this);

        /// <summary>1 / (1 + exp(-x)) of each element.</summary>
        public Tensor sigmoid() => Aten.Call("sigmoid", this);

        /// <summary>1 / (1 + exp(-x)) of each element, in place.</summary>
        public Tensor sigmoid_() => Aten.Into("sigmoid_", this);

        /// <summary>Each element with its sign turned.</summary>
        public Tensor negative() => neg();
    }
}
