namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>What follows a layer, for the gain that keeps its output's variance.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear = 0,

                /// <summary>The sigmoid.</summary>
                Sigmoid = 7,

                /// <summary>The hyperbolic tangent.</summary>
                Tanh = 8,

                /// <summary>max(x, 0).</summary>
                ReLU = 9,

                /// <summary>max(x, 0) with a slope below 0.</summary>
                LeakyReLU = 10,
            }

            /// <summary>Which width of a layer is to keep the variance.</summary>
            public enum FanInOut
            {
                /// <summary>That of its input: forward.</summary>
                FanIn = 0,

                /// <summary>That of its output: backward.</summary>
                FanOut = 1,
            }

            /// <summary>The factor by which a function shrinks the standard deviation.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3.0,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + (param * param))),
                _ => 1,
            };

            /// <summary>Ones.</summary>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>Zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>One number.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val)
            {
                using var off = no_grad();
                return tensor.fill_(val);
            }

            /// <summary>Uniform numbers.</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null)
            {
                using var off = no_grad();
                return tensor.uniform_(low, high, generator);
            }

            /// <summary>Normal numbers.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null)
            {
                using var off = no_grad();
                return tensor.normal_(mean, std, generator);
            }

            /// <summary>Uniform numbers after He et al. (2015): variance gain² / fan.</summary>
            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal numbers after He et al. (2015): variance gain² / fan.</summary>
            public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
                => normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>Uniform numbers after Glorot and Bengio (2010): variance 2 gain² / (fan in + fan out).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var bound = Math.Sqrt(3) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal numbers after Glorot and Bengio (2010): variance 2 gain² / (fan in + fan out).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) => normal_(tensor, 0, XavierDeviation(tensor, gain));

            /// <summary>A matrix with orthonormal rows or columns, times a gain (Saxe et al. 2013).</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                if (tensor.ndim < 2)
                    throw new ArgumentException($"Orthogonal values need two dimensions, not a tensor of shape [{string.Join(", ", tensor.shape)}]", nameof(tensor));
                using var off = no_grad();
                using var scope = NewDisposeScope();
                var rows = tensor.shape[0];
                var columns = tensor.numel() / rows;
                var flat = randn(rows, columns, tensor.dtype, tensor.device);
                var (q, r) = Native.Aten.Call2("linalg_qr", rows < columns ? flat.t() : flat);
                q = q * r.diagonal().sign();
                tensor.copy_((rows < columns ? q.t() : q).reshape(tensor.shape)).mul_(gain);
                return tensor;
            }

            /// <summary>Widths of a layer's input and output, by the shape of its weight: (out, in, ...).</summary>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException($"A weight has at least two dimensions, unlike one of shape [{string.Join(", ", shape)}]", nameof(tensor));
                var field = shape.Skip(2).Aggregate(1L, (product, size) => product * size);
                return (shape[1] * field, shape[0] * field);
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }
        }
    }
}
