using System.Text.Json;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>
/// The items of a large JSON array, one at a time: the array is the whole document, or a member of the object that the document is. No
/// more than one item is in memory.
/// </summary>
/// <param name="stream">The document; not closed.</param>
/// <param name="name">What the file is called.</param>
internal sealed class JsonItems(Stream stream, string name)
{
    private const int LargestItem = 1 << 29; // bytes
    private byte[] buffer = new byte[1 << 16];
    private int start, end;
    private bool isEnd;
    private JsonReaderState state;

    private delegate bool Step(ref Utf8JsonReader reader);

    /// <summary>Members of the object that stand before the array, such as "columns".</summary>
    public Dictionary<string, JsonElement> Members { get; } = [];

    /// <summary>Reads them.</summary>
    /// <param name="member">Name of the member; null where the document is the array.</param>
    /// <exception cref="BadRecordException">It is no such document, or ends in the middle.</exception>
    public IEnumerable<JsonElement> Read(string? member)
    {
        if (member is not null)
            FindMember(member);
        else if (Token() is var first && first != JsonTokenType.StartArray)
            throw Bad($"begins with {first}; a list of rows, [...], is needed");
        while (Item() is { } item)
            yield return item;
    }

    private void FindMember(string member)
    {
        if (Token() is var first && first != JsonTokenType.StartObject)
            throw Bad($"begins with {first}; an object with the member \"{member}\" is needed");
        string? key = null;
        while (Advance((ref Utf8JsonReader reader) => Name(ref reader, out key)) && key is not null)
        {
            if (key != member)
            {
                Members[key] = Item() ?? throw Bad($"\"{key}\" has no value");
                continue;
            }
            if (Token() is var kind && kind != JsonTokenType.StartArray)
                throw Bad($"\"{member}\" is {kind}; it must be a list of rows");
            return;
        }
        throw Bad($"has no member \"{member}\"; there are {string.Join(", ", Members.Keys)}");
    }

    private static bool Name(ref Utf8JsonReader reader, out string? key)
    {
        key = null;
        if (!reader.Read())
            return false;
        key = reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;
        return true;
    }

    private JsonTokenType Token()
    {
        var kind = JsonTokenType.None;
        Advance((ref Utf8JsonReader reader) =>
        {
            if (!reader.Read())
                return false;
            kind = reader.TokenType;
            return true;
        });
        return kind;
    }

    private JsonElement? Item()
    {
        JsonElement? item = null;
        Advance((ref Utf8JsonReader reader) =>
        {
            item = null;
            if (!reader.Read())
                return false;
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
                return true;
            if (!JsonElement.TryParseValue(ref reader, out var found))
                return false;
            item = found;
            return true;
        });
        return item;
    }

    /// <summary>Takes a step as soon as enough of the document is here.</summary>
    private bool Advance(Step step)
    {
        try
        {
            while (true)
            {
                var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isEnd, state);
                if (step(ref reader))
                {
                    (start, state) = (start + (int)reader.BytesConsumed, reader.CurrentState);
                    return true;
                }
                if (isEnd)
                    throw Bad("ends in the middle; delete the file and fetch it again");
                Fill();
            }
        }
        catch (JsonException wrong)
        {
            throw isEnd ? Bad("ends in the middle or is no JSON; delete the file and fetch it again", wrong) : Bad($"is no JSON: {wrong.Message.TrimEnd('.')}", wrong);
        }
        catch (InvalidDataException broken)
        {
            throw Bad($"the archive is broken ({broken.Message.TrimEnd('.')}); delete the file and fetch it again", broken);
        }
    }

    private void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
        {
            if (end >= LargestItem)
                throw Bad($"has an item of more than {LargestItem / 1_000_000} MB");
            Array.Resize(ref buffer, buffer.Length * 2);
        }
        var read = stream.Read(buffer, end, buffer.Length - end);
        (end, isEnd) = (end + read, read == 0);
    }

    private BadRecordException Bad(string reason, Exception? cause = null) => new(new(name, reason + "."), cause);
}
