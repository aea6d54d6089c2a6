using System.Globalization;
using TorchSharp;

namespace MatNotebooks.Kernel.Display;

/// <summary>Tensors and arrays of two or more dimensions in words: what they are, then their numbers.</summary>
internal static class NumberText
{
    private const long ReadUpTo = 4_000_000;

    /// <summary>"Float32 [2×3] on cpu" and the numbers.</summary>
    public static string Of(torch.Tensor tensor)
    {
        if (tensor.IsInvalid)
            return "Tensor (disposed)";
        var head = string.Create(CultureInfo.InvariantCulture, $"{tensor.dtype} [{string.Join('×', tensor.shape)}] on {tensor.device}");
        if (tensor.requires_grad)
            head += ", requires gradient";
        if (tensor.numel() > ReadUpTo)
            return head;
        using var scope = torch.NewDisposeScope();
        using var quiet = torch.no_grad();
        var values = tensor.to(torch.CPU).to(torch.ScalarType.Float64).contiguous().data<double>().ToArray();
        return head + "\n" + NumberGrid.Write(values, [.. tensor.shape.Select(length => (int)length)]);
    }

    /// <summary>"double[2,3]" and the numbers; null when the elements are no numbers.</summary>
    public static string? Of(Array array)
    {
        var type = array.GetType().GetElementType()!;
        if (!type.IsPrimitive || type == typeof(bool) || type == typeof(char) || array.Length > ReadUpTo)
            return null;
        var shape = Enumerable.Range(0, array.Rank).Select(array.GetLength).ToArray();
        var values = array.Cast<object>().Select(value => Convert.ToDouble(value, CultureInfo.InvariantCulture)).ToArray();
        return $"{type.Name}[{string.Join(',', shape)}]\n{NumberGrid.Write(values, shape)}";
    }
}
