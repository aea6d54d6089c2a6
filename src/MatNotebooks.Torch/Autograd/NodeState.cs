using System.Runtime.InteropServices;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>One use of a custom function in a recorded history: what its forward kept and how its backward runs.</summary>
internal sealed unsafe class NodeState
{
    private readonly autograd.AutogradContext _context;
    private readonly Func<autograd.AutogradContext, List<Tensor>, List<Tensor>> _backward;
    private readonly string _name;
    private bool[] _isTensorInput = [];
    private (long[] Shape, ScalarType Type, Device Device)[] _outputs = [];

    internal NodeState(string name, autograd.AutogradContext context, Func<autograd.AutogradContext, List<Tensor>, List<Tensor>> backward)
        => (_name, _context, _backward) = (name, context, backward);

    /// <summary>Makes the outputs results of this node in libtorch's history, and keeps what the forward saved.</summary>
    /// <param name="arguments">What the function was called with.</param>
    /// <param name="inputs">The tensors among them.</param>
    /// <param name="outputs">What forward made.</param>
    internal void Attach(object?[] arguments, List<Tensor> inputs, List<Tensor> outputs)
    {
        _isTensorInput = [.. arguments.Select(a => a is Tensor)];
        var differentiable = outputs.Where(IsDifferentiable).ToList();
        _outputs = [.. differentiable.Select(o => (o.shape, o.dtype, o.device))];
        var kept = _context.ToSave;
        var isOutput = kept.Select(k => (byte)(k is not null && outputs.Any(o => o.Handle == k.Handle) ? 1 : 0)).ToArray();
        var saved = new nint[kept.Count];
        var state = GCHandle.ToIntPtr(GCHandle.Alloc(this));
        fixed (nint* from = autograd.Handles(inputs), to = autograd.Handles(differentiable), keep = autograd.Handles(kept), into = saved)
        fixed (byte* own = isOutput)
            Failure.Check(Shim.shim_node_attach(state, from, inputs.Count, to, differentiable.Count, keep, own, kept.Count, into));
        _context.Saved = saved;
        GC.KeepAlive((inputs, outputs, kept));
        _context.ToSave = [];
    }

    /// <summary>Runs the C# backward.</summary>
    /// <param name="node">The native node, while it runs.</param>
    /// <param name="grads">One per differentiable output; null where nothing came back.</param>
    /// <returns>One per tensor input; null where there is no gradient.</returns>
    internal Tensor?[] Backward(nint node, Tensor?[] grads)
    {
        _context.RunningNode = node;
        try
        {
            var given = new List<Tensor>(grads.Length);
            for (var i = 0; i < grads.Length; i++)
                given.Add(grads[i] ?? (_context.MaterializeGrads ? Zeros(_outputs[i]) : null!));
            return OfTensorInputs(_backward(_context, given));
        }
        finally
        {
            _context.RunningNode = 0;
        }
    }

    internal void ForgetSaved()
    {
        foreach (var saved in _context.Saved)
            Shim.shim_saved_free(saved);
        _context.Saved = [];
    }

    private static Tensor Zeros((long[] Shape, ScalarType Type, Device Device) like) => zeros(like.Shape, like.Type, like.Device);

    private bool IsDifferentiable(Tensor output)
        => output is not null && output.is_floating_point() && !_context.NotDifferentiable.Any(n => n.Handle == output.Handle);

    private Tensor?[] OfTensorInputs(List<Tensor> all)
    {
        if (all.Count < _isTensorInput.Length || all.Skip(_isTensorInput.Length).Any(extra => extra is not null))
            throw new InvalidOperationException($"{_name}.backward gave {all.Count} gradients for {_isTensorInput.Length} arguments of forward: give one each, null for what is no tensor");
        var wrong = Enumerable.Range(0, _isTensorInput.Length).FirstOrDefault(i => !_isTensorInput[i] && all[i] is not null, -1);
        if (wrong >= 0)
            throw new InvalidOperationException($"{_name}.backward gave a gradient for argument {wrong} of forward, which is no tensor: give null there");
        return [.. Enumerable.Range(0, _isTensorInput.Length).Where(i => _isTensorInput[i]).Select(i => all[i])];
    }
}
