using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace MatNotebooks.Models.Layers.Angles;

/// <summary>Σ over the shells an atom receives of values ⊗ harmonics, without the products in memory.</summary>
internal sealed class DirectedSum : SingleTensorFunction<DirectedSum>
{
    public override string Name => nameof(DirectedSum);

    /// <summary>(shells, channels) to (atoms, channels · harmonics).</summary>
    /// <param name="values">Values of each shell.</param>
    /// <param name="directions">Where shells point to.</param>
    /// <param name="batch">The batch.</param>
    public static Tensor Of(Tensor values, ShellDirections directions, BatchEdges batch) =>
        values.device.type == DeviceType.CPU ? apply(values, directions) : Composed(values, directions, batch);

    /// <summary>The same as a chain of libtorch's operators.</summary>
    public static Tensor Composed(Tensor values, ShellDirections directions, BatchEdges batch) =>
        batch.SumByReceiver((values.unsqueeze(2) * directions.Table.unsqueeze(1)).reshape(values.shape[0], -1));

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var (values, directions) = ((Tensor)vars[0], (ShellDirections)vars[1]);
        ctx.save_data("directions", directions);
        var sums = zeros(directions.FirstShell.Length - 1, values.shape[1] * Harmonics.Count, values.dtype);
        using var rows = values.contiguous();
        if (values.dtype == ScalarType.Float64) Sum<double>(rows, directions, sums);
        else Sum<float>(rows, directions, sums);
        return sums;
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        var directions = (ShellDirections)ctx.get_data("directions")!;
        var gradient = empty(directions.Table.shape[0], grad_output.shape[1] / Harmonics.Count, grad_output.dtype);
        using var rows = grad_output.contiguous();
        if (grad_output.dtype == ScalarType.Float64) Project<double>(rows, directions, gradient);
        else Project<float>(rows, directions, gradient);
        return [gradient, null!];
    }

    private static void Sum<T>(Tensor values, ShellDirections directions, Tensor sums)
        where T : unmanaged, INumber<T>
    {
        var from = Numbers<T>(values);
        var to = Numbers<T>(sums);
        var table = Numbers<T>(directions.Table);
        var channels = (int)values.shape[1];
        for (var atom = 0; atom + 1 < directions.FirstShell.Length; atom++)
        {
            for (var shell = directions.FirstShell[atom]; shell < directions.FirstShell[atom + 1]; shell++)
            {
                var harmonics = MemoryMarshal.Cast<T, Vector<T>>(table.Slice(shell * Harmonics.Count, Harmonics.Count));
                for (var channel = 0; channel < channels; channel++)
                {
                    var value = new Vector<T>(from[(shell * channels) + channel]);
                    var into = MemoryMarshal.Cast<T, Vector<T>>(to.Slice(((atom * channels) + channel) * Harmonics.Count, Harmonics.Count));
                    for (var place = 0; place < into.Length; place++) into[place] += value * harmonics[place];
                }
            }
        }
    }

    private static void Project<T>(Tensor ofSums, ShellDirections directions, Tensor ofValues)
        where T : unmanaged, INumber<T>
    {
        var from = Numbers<T>(ofSums);
        var to = Numbers<T>(ofValues);
        var table = Numbers<T>(directions.Table);
        var channels = (int)ofValues.shape[1];
        for (var atom = 0; atom + 1 < directions.FirstShell.Length; atom++)
        {
            for (var shell = directions.FirstShell[atom]; shell < directions.FirstShell[atom + 1]; shell++)
            {
                var harmonics = MemoryMarshal.Cast<T, Vector<T>>(table.Slice(shell * Harmonics.Count, Harmonics.Count));
                for (var channel = 0; channel < channels; channel++)
                {
                    var sums = MemoryMarshal.Cast<T, Vector<T>>(from.Slice(((atom * channels) + channel) * Harmonics.Count, Harmonics.Count));
                    var dot = Vector<T>.Zero;
                    for (var place = 0; place < sums.Length; place++) dot += sums[place] * harmonics[place];
                    to[(shell * channels) + channel] = Vector.Sum(dot);
                }
            }
        }
    }

    // 24 harmonics fill whole vectors of 2, 4 and 8 numbers, all that .NET's Vector has.
    private static Span<T> Numbers<T>(Tensor rows)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(rows.bytes);
}
