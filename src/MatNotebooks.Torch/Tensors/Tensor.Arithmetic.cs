using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Sums, products and powers.
    public partial class Tensor
    {
        /// <summary>This plus another, broadcast.</summary>
        public Tensor add(Tensor target) => Aten.Call("add.Tensor", this, target);

        /// <summary>This plus a number.</summary>
        public Tensor add(Scalar scalar) => Aten.Call("add.Scalar", this, scalar);

        /// <summary>This plus another, in place.</summary>
        public Tensor add_(Tensor target) => Aten.Into("add_.Tensor", this, target);

        /// <summary>This plus a number, in place.</summary>
        public Tensor add_(Scalar scalar) => Aten.Into("add_.Scalar", this, scalar);

        /// <summary>This plus alpha times another.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Aten.Call("add.Tensor", this, target, alpha);

        /// <summary>This plus alpha times another, in place.</summary>
        public Tensor add_(Tensor target, Scalar alpha) => Aten.Into("add_.Tensor", this, target, alpha);

        /// <summary>This less another, broadcast.</summary>
        public Tensor sub(Tensor target) => Aten.Call("sub.Tensor", this, target);

        /// <summary>This less a number.</summary>
        public Tensor sub(Scalar target) => Aten.Call("sub.Scalar", this, target);

        /// <summary>This less another, in place.</summary>
        public Tensor sub_(Tensor target) => Aten.Into("sub_.Tensor", this, target);

        /// <summary>This less a number, in place.</summary>
        public Tensor sub_(Scalar target) => Aten.Into("sub_.Scalar", this, target);

        /// <summary>This times another, element by element, broadcast.</summary>
        public Tensor mul(Tensor target) => Aten.Call("mul.Tensor", this, target);

        /// <summary>This times a number.</summary>
        public Tensor mul(Scalar target) => Aten.Call("mul.Scalar", this, target);

        /// <summary>This times another, element by element, in place.</summary>
        public Tensor mul_(Tensor target) => Aten.Into("mul_.Tensor", this, target);

        /// <summary>This times a number, in place.</summary>
        public Tensor mul_(Scalar target) => Aten.Into("mul_.Scalar", this, target);

        /// <summary>This over another, element by element, broadcast.</summary>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => Aten.Call("div.Tensor_mode", this, target, Mode(rounding_mode));

        /// <summary>This over a number.</summary>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => Aten.Call("div.Scalar_mode", this, target, Mode(rounding_mode));

        /// <summary>This over another, in place.</summary>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => Aten.Into("div_.Tensor_mode", this, target, Mode(rounding_mode));

        /// <summary>This over a number, in place.</summary>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => Aten.Into("div_.Scalar_mode", this, target, Mode(rounding_mode));

        /// <summary>Each element to the power of another's.</summary>
        public Tensor pow(Tensor exponent) => Aten.Call("pow.Tensor_Tensor", this, exponent);

        /// <summary>Each element to a power.</summary>
        public Tensor pow(Scalar exponent) => Aten.Call("pow.Tensor_Scalar", this, exponent);

        /// <summary>Each element to a power, in place.</summary>
        public Tensor pow_(Scalar exponent) => Aten.Into("pow_.Scalar", this, exponent);

        /// <summary>What remains after division, with the divisor's sign.</summary>
        public Tensor remainder(Tensor target) => Aten.Call("remainder.Tensor", this, target);

        /// <summary>What remains after division, with the divisor's sign.</summary>
        public Tensor remainder(Scalar scalar) => Aten.Call("remainder.Scalar", this, scalar);

        /// <summary>What remains after division, with the dividend's sign.</summary>
        public Tensor fmod(Scalar scalar) => Aten.Call("fmod.Scalar", this, scalar);

        /// <summary>Largest whole number not above this over another.</summary>
        public Tensor floor_divide(Tensor other) => Aten.Call("floor_divide", this, other);

        /// <summary>This plus value times a product, in one pass.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.Call("addcmul", this, tensor1, tensor2, value);

        /// <summary>This plus value times a product, in place.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.Into("addcmul_", this, tensor1, tensor2, value);

        /// <summary>This plus value times a quotient, in one pass.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.Call("addcdiv", this, tensor1, tensor2, value);

        /// <summary>This plus value times a quotient, in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.Into("addcdiv_", this, tensor1, tensor2, value);

        /// <summary>Zero everywhere, in place.</summary>
        public Tensor zero_() => Aten.Into("zero_", this);

        /// <summary>A number everywhere, in place.</summary>
        public Tensor fill_(Scalar value) => Aten.Into("fill_.Scalar", this, value);

        /// <summary>Another's elements, converted and broadcast, in place.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Aten.Into("copy_", this, source, nonBlocking);

        /// <summary>A copy, through which gradients flow.</summary>
        public Tensor clone() => Aten.Call("clone", this);

        /// <summary>The name libtorch gives a way of rounding.</summary>
        private static Argument Mode(RoundingMode mode) => mode switch
        {
            RoundingMode.None => Argument.None,
            RoundingMode.trunc => "trunc",
            _ => "floor",
        };
    }
}
