using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Notebooks.Format;

/// <summary>JSON as Python's <c>json.dumps(sort_keys=True, indent=1, ensure_ascii=False)</c> writes it, which is Jupyter's form.</summary>
internal static class SortedJson
{
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject { Count: 0 }:
                text.Append("{}");
                break;
            case JsonArray { Count: 0 }:
                text.Append("[]");
                break;
            case JsonObject map:
                AppendItems(text, '{', '}', depth, map.OrderBy(entry => entry.Key, CodePoints), entry =>
                {
                    AppendText(text, entry.Key);
                    text.Append(": ");
                    Append(text, entry.Value, depth + 1);
                });
                break;
            case JsonArray list:
                AppendItems(text, '[', ']', depth, list, item => Append(text, item, depth + 1));
                break;
            case JsonValue value when value.TryGetValue<string>(out var content):
                AppendText(text, content);
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    // Python sorts by code point, UTF-16 by unit: they differ only above U+FFFF.
    private static readonly IComparer<string> CodePoints = Comparer<string>.Create((left, right) =>
        left.EnumerateRunes().Select(rune => rune.Value).ToArray().AsSpan()
            .SequenceCompareTo(right.EnumerateRunes().Select(rune => rune.Value).ToArray()));

    private static void AppendItems<T>(StringBuilder text, char open, char close, int depth, IEnumerable<T> items, Action<T> append)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? "\n" : ",\n").Append(' ', depth + 1);
            first = false;
            append(item);
        }
        text.Append('\n').Append(' ', depth).Append(close);
    }

    private static void AppendText(StringBuilder text, string content)
    {
        text.Append('"');
        foreach (var letter in content)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(letter),
            };
        }
        text.Append('"');
    }
}
