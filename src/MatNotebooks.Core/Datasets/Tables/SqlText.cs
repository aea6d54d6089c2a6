using System.Collections;
using System.Globalization;

namespace MatNotebooks.Datasets.Tables;

/// <summary>Values of a result as text.</summary>
internal static class SqlText
{
    /// <summary>"[1, 2]" for lists, "{a: 1}" for structs, numbers and dates without regard to the machine's language, "NULL".</summary>
    public static string Of(object? value) => value switch
    {
        null => "NULL",
        string text => text,
        byte[] bytes => $"0x{Convert.ToHexString(bytes)}",
        IDictionary fields => $"{{{string.Join(", ", fields.Keys.Cast<object>().Select(key => $"{Of(key)}: {Of(fields[key])}"))}}}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        IFormattable scalar => scalar.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
