namespace TorchSharp;

public static partial class torch
{
    /// <summary>How a quotient is rounded.</summary>
    public enum RoundingMode
    {
        /// <summary>Not at all.</summary>
        None,

        /// <summary>Towards zero.</summary>
        trunc,

        /// <summary>Downwards.</summary>
        floor,
    }

    /// <summary>This plus another, broadcast.</summary>
    public static Tensor add(Tensor input, Tensor target) => input.add(target);

    /// <summary>This plus a number.</summary>
    public static Tensor add(Tensor input, Scalar scalar) => input.add(scalar);

    /// <summary>This plus another, in place.</summary>
    public static Tensor add_(Tensor input, Tensor target) => input.add_(target);

    /// <summary>This plus a number, in place.</summary>
    public static Tensor add_(Tensor input, Scalar scalar) => input.add_(scalar);

    /// <summary>This plus alpha times another.</summary>
    public static Tensor add(Tensor input, Tensor target, Scalar alpha) => input.add(target, alpha);

    /// <summary>This plus alpha times another, in place.</summary>
    public static Tensor add_(Tensor input, Tensor target, Scalar alpha) => input.add_(target, alpha);

    /// <summary>This less another, broadcast.</summary>
    public static Tensor sub(Tensor input, Tensor target) => input.sub(target);

    /// <summary>This less a number.</summary>
    public static Tensor sub(Tensor input, Scalar target) => input.sub(target);

    /// <summary>This less another, in place.</summary>
    public static Tensor sub_(Tensor input, Tensor target) => input.sub_(target);

    /// <summary>This less a number, in place.</summary>
    public static Tensor sub_(Tensor input, Scalar target) => input.sub_(target);

    /// <summary>This times another, element by element, broadcast.</summary>
    public static Tensor mul(Tensor input, Tensor target) => input.mul(target);

    /// <summary>This times a number.</summary>
    public static Tensor mul(Tensor input, Scalar target) => input.mul(target);

    /// <summary>This times another, element by element, in place.</summary>
    public static Tensor mul_(Tensor input, Tensor target) => input.mul_(target);

    /// <summary>This times a number, in place.</summary>
    public static Tensor mul_(Tensor input, Scalar target) => input.mul_(target);

    /// <summary>This over another, element by element, broadcast.</summary>
    public static Tensor div(Tensor input, Tensor target, RoundingMode rounding_mode = RoundingMode.None) => input.div(target, rounding_mode);

    /// <summary>This over a number.</summary>
    public static Tensor div(Tensor input, Scalar target, RoundingMode rounding_mode = RoundingMode.None) => input.div(target, rounding_mode);

    /// <summary>This over another, in place.</summary>
    public static Tensor div_(Tensor input, Tensor target, RoundingMode rounding_mode = RoundingMode.None) => input.div_(target, rounding_mode);

    /// <summary>This over a number, in place.</summary>
    public static Tensor div_(Tensor input, Scalar target, RoundingMode rounding_mode = RoundingMode.None) => input.div_(target, rounding_mode);

    /// <summary>Each element to the power of another's.</summary>
    public static Tensor pow(Tensor input, Tensor exponent) => input.pow(exponent);

    /// <summary>Each element to a power.</summary>
    public static Tensor pow(Tensor input, Scalar exponent) => input.pow(exponent);

    /// <summary>What remains after division, with the divisor's sign.</summary>
    public static Tensor remainder(Tensor input, Tensor target) => input.remainder(target);

    /// <summary>What remains after division, with the divisor's sign.</summary>
    public static Tensor remainder(Tensor input, Scalar scalar) => input.remainder(scalar);

    /// <summary>What remains after division, with the dividend's sign.</summary>
    public static Tensor fmod(Tensor input, Scalar scalar) => input.fmod(scalar);

    /// <summary>This plus value times a product, in one pass.</summary>
    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcmul(tensor1, tensor2, value);

    /// <summary>This plus value times a product, in place.</summary>
    public static Tensor addcmul_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcmul_(tensor1, tensor2, value);

    /// <summary>This plus value times a quotient, in one pass.</summary>
    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcdiv(tensor1, tensor2, value);

    /// <summary>This plus value times a quotient, in place.</summary>
    public static Tensor addcdiv_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcdiv_(tensor1, tensor2, value);

    /// <summary>A copy, through which gradients flow.</summary>
    public static Tensor clone(Tensor input) => input.clone();
}
