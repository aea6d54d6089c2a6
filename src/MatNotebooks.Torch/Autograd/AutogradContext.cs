using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What the forward of a custom function leaves for its backward.</summary>
        public sealed class AutogradContext
        {
            private readonly Dictionary<string, object> _data = [];

            internal AutogradContext()
            {
            }

            /// <summary>Whether gradients that did not arrive are given to backward as zeros. The default is true.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            internal List<Tensor> ToSave { get; set; } = [];

            internal List<Tensor> NotDifferentiable { get; private set; } = [];

            internal nint[] Saved { get; set; } = [];

            internal nint RunningNode { get; set; }

            /// <summary>Keeps inputs or outputs for backward. Call it once, in forward; the order is kept, null may stand among them.</summary>
            public void save_for_backward(List<Tensor> tensors) => ToSave = tensors;

            /// <summary>
            /// The tensors kept by <see cref="save_for_backward"/>, checked for changes since. Only while backward runs, and once,
            /// unless the history is retained.
            /// </summary>
            /// <exception cref="InvalidOperationException">Called outside backward, or after the history was freed.</exception>
            public List<Tensor> get_saved_variables()
            {
                if (RunningNode == 0)
                    throw new InvalidOperationException("Saved tensors can be had only while backward runs: keep the result of forward otherwise");
                var tensors = new List<Tensor>(Saved.Length);
                foreach (var saved in Saved)
                {
                    Failure.Check(Shim.shim_saved_unpack(saved, RunningNode, out var handle));
                    tensors.Add(handle == 0 ? null! : new Tensor(handle));
                }
                return tensors;
            }

            /// <summary>Keeps something that is no tensor for backward.</summary>
            public void save_data(string key, object value) => _data[key] = value;

            /// <summary>What <see cref="save_data"/> kept; null when there is nothing of that name.</summary>
            public object? get_data(string key) => _data.GetValueOrDefault(key);

            /// <summary>Says which outputs have no gradient. Call it once, in forward.</summary>
            public void mark_non_differentiable(List<Tensor> tensors) => NotDifferentiable = tensors;

            /// <summary>Says whether gradients that did not arrive are given to backward as zeros (default) or as null.</summary>
            public void set_materialize_grads(bool value) => MaterializeGrads = value;
        }
    }
}
