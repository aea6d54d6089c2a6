using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Shrinks all gradients together so that their norm is at most this.</summary>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var off = no_grad();
                using var scope = NewDisposeScope();
                var gradients = Gradients(tensors);
                if (gradients.Length == 0)
                    return 0;
                var norms = gradients.Select(g => Aten.Call("linalg_vector_norm", g, norm_type)).ToArray();
                var total = Aten.Call("linalg_vector_norm", stack(norms), norm_type).ToDouble();
                var factor = max_norm / (total + 1e-6);
                if (factor < 1)
                {
                    foreach (var gradient in gradients)
                        gradient.mul_(factor);
                }
                return total;
            }

            /// <summary>Holds every element of every gradient between -clip_value and clip_value.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var off = no_grad();
                using var scope = NewDisposeScope();
                foreach (var gradient in Gradients(tensors))
                    gradient.clamp_(-clip_value, clip_value);
            }

            /// <summary>All parameters in one dimension.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat(tensors.Select(t => t.view(-1)).ToArray()).MoveToOuterDisposeScope();
            }

            /// <summary>Writes one dimension over all parameters.</summary>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var off = no_grad();
                using var scope = NewDisposeScope();
                var at = 0L;
                foreach (var parameter in tensors)
                {
                    parameter.copy_(vec.narrow(0, at, parameter.numel()).view_as(parameter));
                    at += parameter.numel();
                }
            }

            private static Tensor[] Gradients(IEnumerable<Parameter> tensors)
                => [.. tensors.Select(t => t.grad).OfType<Tensor>()];
        }
    }
}
