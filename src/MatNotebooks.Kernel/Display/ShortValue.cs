using System.Collections;
using System.Globalization;
using TorchSharp;

namespace MatNotebooks.Kernel.Display;

/// <summary>A value in a few words, for lists of variables.</summary>
internal static class ShortValue
{
    private const int Longest = 60;

    /// <summary>How large it is: "(3, 4)" for arrays and tensors, the count of a collection, the length of a text; empty for one thing.</summary>
    public static string Size(object? value) => value switch
    {
        string text => Number(text.Length),
        Array array => $"({string.Join(", ", Enumerable.Range(0, array.Rank).Select(array.GetLength))})",
        torch.Tensor { IsInvalid: false } tensor => $"({string.Join(", ", tensor.shape)})",
        ICollection collection => Number(collection.Count),
        // Not counted: a sequence may be endless, or cost hours.
        _ => value?.GetType().GetInterfaces().FirstOrDefault(Counted)?.GetProperty("Count")?.GetValue(value) is int count ? Number(count) : "",
    };

    /// <summary>The first line of what it shows as, at most 60 characters.</summary>
    public static string Words(object? value)
    {
        var text = Text(value).ReplaceLineEndings(" ").Trim();
        return text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
    }

    private static bool Counted(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Text(object? value)
    {
        try
        {
            return value switch
            {
                null => "null",
                string text => text.Length > Longest ? text[..Longest] : text,
                torch.Tensor { IsInvalid: true } => "disposed",
                torch.Tensor tensor => string.Create(CultureInfo.InvariantCulture, $"{tensor.dtype} on {tensor.device}"),
                IFormattable scalar => scalar.ToString(null, CultureInfo.InvariantCulture),
                IList { Count: > 0 } list => Items(list),
                _ => value.ToString() ?? "",
            };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return $"(its ToString throws {failure.GetType().Name})";
        }
    }

    private static string Items(IList list)
    {
        const int Shown = 6;
        var items = list.Cast<object?>().Take(Shown).Select(Words);
        return $"[{string.Join(", ", items)}{(list.Count > Shown ? ", …" : "")}]";
    }
}
