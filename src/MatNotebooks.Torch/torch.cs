namespace TorchSharp;

/// <summary>
/// Tensors, gradients and neural networks on libtorch, under TorchSharp's names, which are PyTorch's. What is here is what
/// MatNotebooks uses; the package TorchSharp can take its place (see src/MatNotebooks.Core/TorchProvider.props).
/// </summary>
public static partial class torch
{
    /// <summary>Neural networks: modules, and the functions and initial values they use.</summary>
    public static partial class nn
    {
        /// <summary>What modules do, as functions without parameters of their own.</summary>
        public static partial class functional
        {
        }

        /// <summary>Initial values, written in place.</summary>
        public static partial class init
        {
        }

        /// <summary>What training does to gradients.</summary>
        public static partial class utils
        {
        }
    }

    /// <summary>Optimisers: they change parameters by their gradients.</summary>
    public static partial class optim
    {
        /// <summary>Rules that change learning rates as training goes on.</summary>
        public static partial class lr_scheduler
        {
        }
    }
}
