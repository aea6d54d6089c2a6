using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The libraries beneath libtorch.</summary>
    public static partial class backends
    {
        /// <summary>CUDA's own libraries.</summary>
        public static class cuda
        {
            /// <summary>cuBLAS.</summary>
            public static class matmul
            {
                /// <summary>Whether factors of matrix products may be rounded to 10 bits of mantissa (TF32) on a GPU. The default is false.</summary>
                public static bool allow_tf32
                {
                    get => Shim.shim_tf32(0) != 0;
                    set => Failure.Check(Shim.shim_set_tf32(0, value ? 1 : 0));
                }
            }
        }

        /// <summary>cuDNN: convolutions and recurrent layers.</summary>
        public static class cudnn
        {
            /// <summary>Whether factors may be rounded to 10 bits of mantissa (TF32) on a GPU. libtorch's default is true.</summary>
            public static bool allow_tf32
            {
                get => Shim.shim_tf32(1) != 0;
                set => Failure.Check(Shim.shim_set_tf32(1, value ? 1 : 0));
            }
        }
    }
}
