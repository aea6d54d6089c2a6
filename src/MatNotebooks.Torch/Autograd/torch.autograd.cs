using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Gradients through recorded operations.</summary>
    public static unsafe partial class autograd
    {
        /// <summary>The gradients of outputs by inputs, without touching any <see cref="Tensor.grad"/>.</summary>
        /// <param name="outputs">What to derive.</param>
        /// <param name="inputs">What to derive by.</param>
        /// <param name="grad_outputs">The gradient of the outcome by each output; may be left out for single numbers.</param>
        /// <param name="retain_graph">Keep the history, to go back through it again; implied by create_graph.</param>
        /// <param name="create_graph">Record the gradients' own history, for second derivatives.</param>
        /// <param name="allow_unused">Give null for an input no output depends on; else that is an error.</param>
        /// <returns>One gradient per input.</returns>
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var results = new nint[inputs.Count];
            fixed (nint* roots = Handles(outputs), wanted = Handles(inputs), given = grad_outputs is null ? null : Handles(grad_outputs), found = results)
                Failure.Check(Shim.shim_gradients(roots, outputs.Count, wanted, inputs.Count, given, retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, found));
            GC.KeepAlive((outputs, inputs, grad_outputs));
            return [.. results.Select(handle => handle == 0 ? null! : new Tensor(handle))];
        }

        /// <summary>Adds gradients to the <see cref="Tensor.grad"/> of every leaf the tensors came from, or of inputs only.</summary>
        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            fixed (nint* roots = Handles(tensors), given = grad_tensors is null ? null : Handles(grad_tensors), wanted = Handles(inputs ?? []))
                Failure.Check(Shim.shim_backward(roots, tensors.Count, given, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0, wanted, inputs?.Count ?? 0));
            GC.KeepAlive((tensors, grad_tensors, inputs));
        }

        /// <summary>Adds gradients to the <see cref="Tensor.grad"/> of every leaf a tensor came from.</summary>
        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
            => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        internal static nint[] Handles(IList<Tensor> tensors)
        {
            var handles = new nint[tensors.Count];
            for (var i = 0; i < handles.Length; i++)
                handles[i] = tensors[i]?.Handle ?? 0;
            return handles;
        }
    }
}
