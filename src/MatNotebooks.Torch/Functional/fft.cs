using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Where a Fourier transform and its inverse put the division by the number of elements.</summary>
public enum FFTNormType
{
    /// <summary>In the inverse: the default.</summary>
    Backward = 0,

    /// <summary>In the transform.</summary>
    Forward = 1,

    /// <summary>Its square root in either.</summary>
    Ortho = 2,
}

public static partial class torch
{
    /// <summary>Discrete Fourier transforms.</summary>
    public static class fft
    {
        /// <summary>Transform of a real tensor over several dimensions; the last of them keeps the n/2 + 1 frequencies that tell all.</summary>
        /// <param name="input">A real tensor.</param>
        /// <param name="s">Length of each transformed dimension, cut or filled up with zeros; theirs by default.</param>
        /// <param name="dim">The dimensions; all by default.</param>
        /// <param name="norm">Where the division stands.</param>
        public static Tensor rfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward)
            => Aten.Call("fft_rfftn", input, s, dim, Name(norm));

        /// <summary>The real tensor whose <see cref="rfftn"/> this is.</summary>
        /// <param name="input">The frequencies.</param>
        /// <param name="s">Length of each dimension of the real tensor; without it an odd last length is taken for the even one below.</param>
        /// <param name="dim">The dimensions; all by default.</param>
        /// <param name="norm">Where the division stands.</param>
        public static Tensor irfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward)
            => Aten.Call("fft_irfftn", input, s, dim, Name(norm));

        private static string Name(FFTNormType norm) => norm switch
        {
            FFTNormType.Forward => "forward",
            FFTNormType.Ortho => "ortho",
            _ => "backward",
        };
    }
}
