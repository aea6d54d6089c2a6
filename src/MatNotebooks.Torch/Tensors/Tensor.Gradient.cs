using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Gradients.
    public partial class Tensor
    {
        /// <summary>Whether gradients are wanted for it. Only a leaf's can be changed.</summary>
        public bool requires_grad
        {
            get => Shim.shim_requires_grad(Handle) != 0;
            set => Failure.Check(Shim.shim_set_requires_grad(Handle, value ? 1 : 0));
        }

        /// <summary>Whether no recorded operation made it.</summary>
        public bool is_leaf => Shim.shim_is_leaf(Handle) != 0;

        /// <summary>
        /// Its gradient after <see cref="backward()"/>; null before. Every read makes a handle of its own to the same memory.
        /// </summary>
        public Tensor? grad
        {
            get
            {
                var gradient = Shim.shim_grad(Handle);
                return gradient == 0 ? null : new Tensor(gradient);
            }

            set
            {
                Failure.Check(Shim.shim_set_grad(Handle, value?.Handle ?? 0));
                GC.KeepAlive(value);
            }
        }

        /// <summary>Says whether gradients are wanted for it.</summary>
        /// <returns>This tensor.</returns>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Says whether gradients are wanted for it.</summary>
        /// <returns>This tensor.</returns>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of a tensor that is no leaf, too.</summary>
        public void retain_grad() => Failure.Check(Shim.shim_retain_grad(Handle));

        /// <summary>The same elements without their history.</summary>
        public Tensor detach() => Aten.Call("detach", this);

        /// <summary>Forgets its history, in place.</summary>
        public Tensor detach_() => Aten.Into("detach_", this);

        /// <summary>Another handle to the same elements.</summary>
        public Tensor alias() => Aten.Call("alias", this);

        /// <summary>Adds the gradients of this single number to the <see cref="grad"/> of every leaf it came from.</summary>
        public void backward() => autograd.backward([this]);

        /// <summary>Adds gradients to the <see cref="grad"/> of every leaf this came from, or of <paramref name="inputs"/> only.</summary>
        /// <param name="grad_tensors">The gradient of the outcome by this tensor; may be left out for a single number.</param>
        /// <param name="retain_graph">Keep the history, to go back through it again.</param>
        /// <param name="create_graph">Record the gradients' own history, for second derivatives.</param>
        /// <param name="inputs">The leaves wanted; all of them when null.</param>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null)
            => autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);
    }
}
