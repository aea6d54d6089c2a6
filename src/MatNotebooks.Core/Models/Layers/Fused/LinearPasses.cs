using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>The three products of a linear map, cut into parts of rows.</summary>
internal static unsafe class LinearPasses
{
    /// <summary>Writes rows × turned + bias.</summary>
    /// <param name="rows">(rows, inputs).</param>
    /// <param name="turned">The weights as (inputs, outputs).</param>
    /// <param name="bias">(outputs); null without.</param>
    /// <param name="result">(rows, outputs).</param>
    public static void Forward(Tensor rows, Tensor turned, Tensor? bias, Tensor result)
    {
        var (inputs, outputs) = ((int)turned.shape[0], (int)turned.shape[1]);
        var given = new ProductArguments
        {
            Left = Elements.Of(rows), LeftRow = inputs, LeftTerm = 1, Right = Elements.Of(turned), Result = Elements.Of(result), Terms = inputs, Columns = outputs,
        };
        Parts.WithLanes(outputs, new RowWork(given, Parts.OfRows(rows.shape[0]), bias is null ? 0 : (nint)Elements.Of(bias)));
    }

    /// <summary>Writes the gradient of the rows, (rows, inputs), from that of the result, (rows, outputs).</summary>
    public static void OfRows(Tensor above, Tensor weight, Tensor ofRows)
    {
        var (outputs, inputs) = ((int)weight.shape[0], (int)weight.shape[1]);
        var given = new ProductArguments
        {
            Left = Elements.Of(above), LeftRow = outputs, LeftTerm = 1, Right = Elements.Of(weight), Result = Elements.Of(ofRows), Terms = outputs, Columns = inputs,
        };
        Parts.WithLanes(inputs, new RowWork(given, Parts.OfRows(above.shape[0]), 0));
    }

    /// <summary>Adds to the gradients of the weights, (outputs, inputs), and of the bias, (outputs).</summary>
    public static void OfWeights(Tensor above, Tensor rows, Tensor ofWeight, Tensor ofBias)
    {
        var (outputs, inputs) = ((int)ofWeight.shape[0], (int)ofWeight.shape[1]);
        var cuts = Parts.OfRows(rows.shape[0]);
        using var sums = new PartSums(cuts.Length - 1, (outputs * inputs) + outputs);
        Parts.WithLanes(inputs, new WeightWork((nint)Elements.Of(above), (nint)Elements.Of(rows), outputs, inputs, cuts, sums));
        for (var part = 0; part < cuts.Length - 1; part++)
        {
            Elements.Add(sums.Of(part)[..(outputs * inputs)], Elements.SpanOf(ofWeight));
            Elements.Add(sums.Of(part)[(outputs * inputs)..], Elements.SpanOf(ofBias));
        }
    }

    private readonly struct RowWork(ProductArguments given, int[] cuts, nint bias) : ILaneWork
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            var (read, parts, start) = (given, cuts, bias);
            Parts.ForEach(parts.Length - 1, part =>
            {
                for (var row = parts[part]; row < parts[part + 1]; row++)
                {
                    var into = new Span<float>(read.Result + ((long)row * read.Columns), read.Columns);
                    if (start == 0) into.Clear();
                    else new ReadOnlySpan<float>((float*)start, read.Columns).CopyTo(into);
                }
                ProductLoop<T>.Add(read, parts[part], parts[part + 1]);
            });
        }
    }

    private readonly struct WeightWork(nint above, nint rows, int outputs, int inputs, int[] cuts, PartSums sums) : ILaneWork
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            var (gradients, values, tall, wide, parts, own) = (above, rows, outputs, inputs, cuts, sums);
            Parts.ForEach(parts.Length - 1, part =>
            {
                var (first, count) = (parts[part], parts[part + 1] - parts[part]);
                var left = (float*)gradients + ((long)first * tall);
                fixed (float* into = own.Of(part))
                {
                    ProductLoop<T>.Add(
                        new()
                        {
                            Left = left, LeftRow = 1, LeftTerm = tall, Right = (float*)values + ((long)first * wide), Result = into, Terms = count, Columns = wide,
                        }, 0, tall);
                    var ofBias = own.Of(part)[(tall * wide)..];
                    for (var row = 0; row < count; row++) Elements.Add(new(left + ((long)row * tall), tall), ofBias);
                }
            });
        }
    }
}
