using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Comparisons and logic.
    public partial class Tensor
    {
        /// <summary>Whether each element is equal to another tensor's.</summary>
        public Tensor eq(Tensor target) => Aten.Call("eq.Tensor", this, target);

        /// <summary>Whether each element is equal to a number.</summary>
        public Tensor eq(Scalar target) => Aten.Call("eq.Scalar", this, target);

        /// <summary>Whether each element differs from another tensor's.</summary>
        public Tensor ne(Tensor target) => Aten.Call("ne.Tensor", this, target);

        /// <summary>Whether each element differs from a number.</summary>
        public Tensor ne(Scalar target) => Aten.Call("ne.Scalar", this, target);

        /// <summary>Whether each element is below another tensor's.</summary>
        public Tensor lt(Tensor target) => Aten.Call("lt.Tensor", this, target);

        /// <summary>Whether each element is below a number.</summary>
        public Tensor lt(Scalar target) => Aten.Call("lt.Scalar", this, target);

        /// <summary>Whether each element is at most another tensor's.</summary>
        public Tensor le(Tensor target) => Aten.Call("le.Tensor", this, target);

        /// <summary>Whether each element is at most a number.</summary>
        public Tensor le(Scalar target) => Aten.Call("le.Scalar", this, target);

        /// <summary>Whether each element is above another tensor's.</summary>
        public Tensor gt(Tensor target) => Aten.Call("gt.Tensor", this, target);

        /// <summary>Whether each element is above a number.</summary>
        public Tensor gt(Scalar target) => Aten.Call("gt.Scalar", this, target);

        /// <summary>Whether each element is at least another tensor's.</summary>
        public Tensor ge(Tensor target) => Aten.Call("ge.Tensor", this, target);

        /// <summary>Whether each element is at least a number.</summary>
        public Tensor ge(Scalar target) => Aten.Call("ge.Scalar", this, target);

        /// <summary>Whether each element is equal to another tensor's (TorchSharp's meaning of the word).</summary>
        public Tensor equal(Tensor target) => eq(target);

        /// <summary>Whether every element is within atol + rtol |target| of another tensor's.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) => Aten.CallValue("allclose", this, target, rtol, atol, equal_nan).Int != 0;

        /// <summary>Whether each element is within atol + rtol |other| of another tensor's.</summary>
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) => Aten.Call("isclose", this, other, rtol, atol, nanEqual);

        /// <summary>Whether each element is not a number.</summary>
        public Tensor isnan() => Aten.Call("isnan", this);

        /// <summary>Whether each element is infinite.</summary>
        public Tensor isinf() => Aten.Call("isinf", this);

        /// <summary>Whether each element is a finite number.</summary>
        public Tensor isfinite() => Aten.Call("isfinite", this);

        /// <summary>Whether both of two elements are not zero.</summary>
        public Tensor logical_and(Tensor other) => Aten.Call("logical_and", this, other);

        /// <summary>The bits, or truth values, of two tensors joined by and.</summary>
        public Tensor bitwise_and(Tensor other) => Aten.Call("bitwise_and.Tensor", this, other);

        /// <summary>Whether either of two elements is not zero.</summary>
        public Tensor logical_or(Tensor other) => Aten.Call("logical_or", this, other);

        /// <summary>The bits, or truth values, of two tensors joined by or.</summary>
        public Tensor bitwise_or(Tensor other) => Aten.Call("bitwise_or.Tensor", this, other);

        /// <summary>Whether exactly one of two elements is not zero.</summary>
        public Tensor logical_xor(Tensor other) => Aten.Call("logical_xor", this, other);

        /// <summary>The bits, or truth values, of two tensors joined by xor.</summary>
        public Tensor bitwise_xor(Tensor other) => Aten.Call("bitwise_xor.Tensor", this, other);

        /// <summary>Whether each element is zero.</summary>
        public Tensor logical_not() => Aten.Call("logical_not", this);

        /// <summary>Each bit, or truth value, turned.</summary>
        public Tensor bitwise_not() => Aten.Call("bitwise_not", this);

        /// <summary>The larger of two tensors, element by element.</summary>
        public Tensor maximum(Tensor other) => Aten.Call("maximum", this, other);

        /// <summary>The smaller of two tensors, element by element.</summary>
        public Tensor minimum(Tensor other) => Aten.Call("minimum", this, other);

        /// <summary>This where a condition holds, else another.</summary>
        public Tensor where(Tensor condition, Tensor y) => Aten.Call("where.self", condition, this, y);
    }

    /// <summary>Whether each element is equal to another tensor's.</summary>
    public static Tensor eq(Tensor input, Tensor target) => input.eq(target);

    /// <summary>Whether each element differs from another tensor's.</summary>
    public static Tensor ne(Tensor input, Tensor target) => input.ne(target);

    /// <summary>Whether each element is below another tensor's.</summary>
    public static Tensor lt(Tensor input, Tensor target) => input.lt(target);

    /// <summary>Whether each element is at most another tensor's.</summary>
    public static Tensor le(Tensor input, Tensor target) => input.le(target);

    /// <summary>Whether each element is above another tensor's.</summary>
    public static Tensor gt(Tensor input, Tensor target) => input.gt(target);

    /// <summary>Whether each element is at least another tensor's.</summary>
    public static Tensor ge(Tensor input, Tensor target) => input.ge(target);

    /// <summary>Whether each element is equal to another tensor's (TorchSharp's meaning of the word).</summary>
    public static Tensor equal(Tensor input, Tensor target) => input.equal(target);

    /// <summary>Whether every element is within atol + rtol |target| of another tensor's.</summary>
    public static bool allclose(Tensor input, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) => input.allclose(target, rtol, atol, equal_nan);

    /// <summary>Whether each element is within atol + rtol |other| of another tensor's.</summary>
    public static Tensor isclose(Tensor input, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) => input.isclose(other, rtol, atol, nanEqual);

    /// <summary>Whether each element is not a number.</summary>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <summary>Whether each element is infinite.</summary>
    public static Tensor isinf(Tensor input) => input.isinf();

    /// <summary>Whether each element is a finite number.</summary>
    public static Tensor isfinite(Tensor input) => input.isfinite();

    /// <summary>Whether both of two elements are not zero.</summary>
    public static Tensor logical_and(Tensor input, Tensor other) => input.logical_and(other);

    /// <summary>The bits, or truth values, of two tensors joined by and.</summary>
    public static Tensor bitwise_and(Tensor input, Tensor other) => input.bitwise_and(other);

    /// <summary>Whether either of two elements is not zero.</summary>
    public static Tensor logical_or(Tensor input, Tensor other) => input.logical_or(other);

    /// <summary>The bits, or truth values, of two tensors joined by or.</summary>
    public static Tensor bitwise_or(Tensor input, Tensor other) => input.bitwise_or(other);

    /// <summary>Whether exactly one of two elements is not zero.</summary>
    public static Tensor logical_xor(Tensor input, Tensor other) => input.logical_xor(other);

    /// <summary>The bits, or truth values, of two tensors joined by xor.</summary>
    public static Tensor bitwise_xor(Tensor input, Tensor other) => input.bitwise_xor(other);

    /// <summary>Whether each element is zero.</summary>
    public static Tensor logical_not(Tensor input) => input.logical_not();

    /// <summary>Each bit, or truth value, turned.</summary>
    public static Tensor bitwise_not(Tensor input) => input.bitwise_not();

    /// <summary>The larger of two tensors, element by element.</summary>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    /// <summary>The smaller of two tensors, element by element.</summary>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    /// <summary>One tensor where a condition holds, another where not.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Aten.Call("where.self", condition, x, y);

    /// <summary>The indices, one tensor per dimension, of the elements that are true.</summary>
    public static Tensor[] where(Tensor condition) => Aten.CallList("where", condition);
}
