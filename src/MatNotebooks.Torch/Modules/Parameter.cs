using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A tensor that a module learns. Assigned to a field and registered, it appears among the module's parameters.</summary>
    public class Parameter : Tensor
    {
        /// <summary>Takes over the memory of a tensor, which is disposed by that.</summary>
        public Parameter(Tensor data, bool requires_grad = true)
            : base(data.requires_grad_(requires_grad).MoveHandle())
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Takes over the memory of a tensor, which is disposed by that.</summary>
            public static Modules.Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }
}
