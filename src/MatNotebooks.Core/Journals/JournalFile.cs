using System.Text.Json;

namespace MatNotebooks.Journals;

/// <summary>A file of finished work, one JSON line each, with which what was interrupted goes on. A line that a kill cut short is passed over, and spoils no line behind it.</summary>
/// <typeparam name="T">What a line says.</typeparam>
/// <param name="path">The file; it and its folder are made with the first entry.</param>
public sealed class JournalFile<T>(string path)
    where T : class
{
    private readonly Lock turn = new();
    private readonly string path = Path.GetFullPath(path);

    /// <summary>The entries, oldest first; none where there is no file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IEnumerable<T> Read() => File.Exists(path) ? File.ReadLines(path).Select(TryRead).OfType<T>() : [];

    /// <summary>Adds an entry; several threads may.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Add(T entry)
    {
        lock (turn)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var writer = File.AppendText(path);
            if (writer.BaseStream.Length > 0) writer.WriteLine(); // in front, so that it closes a line that was cut short
            writer.Write(JsonSerializer.Serialize(entry));
        }
    }

    private static T? TryRead(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<T>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
