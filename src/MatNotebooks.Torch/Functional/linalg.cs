using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Decompositions of matrices.</summary>
    public static class linalg
    {
        /// <summary>Eigenvalues of symmetric matrices in rising order, batched over leading dimensions: (..., n, n) to (..., n).</summary>
        /// <param name="input">Symmetric matrices; only one triangle is read.</param>
        /// <param name="UPLO">Which triangle is read, L or U.</param>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Aten.Call("linalg_eigvalsh", input, UPLO.ToString());
    }
}
