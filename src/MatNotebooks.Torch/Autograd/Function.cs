using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>
        /// An operation with a backward written in C#. Derive from <see cref="SingleTensorFunction{T}"/> or
        /// <see cref="MultiTensorFunction{T}"/>, and call the static <c>apply</c>, never forward.
        /// </summary>
        /// <typeparam name="T">The deriving class itself.</typeparam>
        public abstract class Function<T>
            where T : Function<T>, new()
        {
            private static readonly T s_instance = new();

            private protected Function()
            {
            }

            /// <summary>What errors call it.</summary>
            public abstract string Name { get; }

            /// <summary>Runs forward with recording off, and records the whole as one step with this backward.</summary>
            internal static List<Tensor> Apply(object?[] vars)
            {
                var inputs = vars.OfType<Tensor>().ToList();
                var recorded = AutoGradMode.IsEnabled && inputs.Any(i => i.requires_grad);
                var context = new AutogradContext();
                List<Tensor> outputs;
                using (no_grad())
                    outputs = [.. s_instance.RunForward(context, vars!).Select(o => inputs.Any(i => i.Handle == o.Handle) ? o.alias() : o)];
                if (recorded)
                    new NodeState(s_instance.Name, context, s_instance.RunBackward).Attach(vars, inputs, outputs);
                return outputs;
            }

            private protected abstract List<Tensor> RunForward(AutogradContext ctx, object[] vars);

            private protected abstract List<Tensor> RunBackward(AutogradContext ctx, List<Tensor> grads);
        }

        /// <summary>An operation of one result with a backward written in C#.</summary>
        /// <typeparam name="T">The deriving class itself.</typeparam>
        public abstract class SingleTensorFunction<T> : Function<T>
            where T : SingleTensorFunction<T>, new()
        {
            /// <summary>Runs the operation and records it. Arguments may be tensors or anything else.</summary>
            public static Tensor apply(params object[] vars) => Apply(vars)[0];

            /// <summary>The operation itself; nothing in it is recorded.</summary>
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            /// <summary>The gradients by each argument of forward, null for those that are no tensor or need none.</summary>
            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);

            private protected override List<Tensor> RunForward(AutogradContext ctx, object[] vars) => [forward(ctx, vars)];

            private protected override List<Tensor> RunBackward(AutogradContext ctx, List<Tensor> grads) => backward(ctx, grads[0]);
        }

        /// <summary>An operation of several results with a backward written in C#.</summary>
        /// <typeparam name="T">The deriving class itself.</typeparam>
        public abstract class MultiTensorFunction<T> : Function<T>
            where T : MultiTensorFunction<T>, new()
        {
            /// <summary>Runs the operation and records it. Arguments may be tensors or anything else.</summary>
            public static List<Tensor> apply(params object[] vars) => Apply(vars);

            /// <summary>The operation itself; nothing in it is recorded.</summary>
            public abstract List<Tensor> forward(AutogradContext ctx, params object[] vars);

            /// <summary>The gradients by each argument of forward, null for those that are no tensor or need none.</summary>
            public abstract List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs);

            private protected override List<Tensor> RunForward(AutogradContext ctx, object[] vars) => forward(ctx, vars);

            private protected override List<Tensor> RunBackward(AutogradContext ctx, List<Tensor> grads) => backward(ctx, grads);
        }
    }
}
