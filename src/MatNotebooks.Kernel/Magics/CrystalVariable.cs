using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;
using MatNotebooks.Datasets;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Magics;

/// <summary>A crystal that a magic's line names: a structure file, or a variable.</summary>
internal static partial class CrystalVariable
{
    /// <summary>Finds it.</summary>
    /// <param name="magic">Name of the magic, for messages.</param>
    /// <param name="what">A file, a variable, or an item of a list such as rows[3].</param>
    /// <param name="context">The cell.</param>
    /// <returns>The crystal, and the C# that gives it.</returns>
    /// <exception cref="MagicException">There is none.</exception>
    public static (Crystal Crystal, string Code) Find(string magic, string what, MagicContext context)
    {
        var item = Item().Match(what);
        if (item.Success && context.Variables.FirstOrDefault(variable => variable.Name == item.Groups["name"].Value) is { } variable)
            return Of(magic, what, variable.Value, item.Groups["index"] is { Success: true } index ? int.Parse(index.ValueSpan, CultureInfo.InvariantCulture) : null);
        var path = Path.GetFullPath(what, context.Session.Folder);
        if (!File.Exists(path))
            throw new MagicException($"{magic}: '{what}' is neither a variable nor a file (looked for {path}).{NearestName.Hint(item.Success ? item.Groups["name"].Value : what, context.Variables.Select(one => one.Name))}");
        try
        {
            return (StructureFile.Read(path), $"StructureFile.Read({TwinCode.Literal(path)})");
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new MagicException($"{magic}: {wrong.Message}");
        }
    }

    private static (Crystal, string) Of(string magic, string what, object? value, int? index)
    {
        if (index is { } place)
        {
            var items = value is IEnumerable sequence and not string ? sequence.Cast<object?>().Skip(place).Take(1).ToArray() : [];
            value = items.Length == 1 ? items[0] : throw new MagicException($"{magic}: {what} has no item {place}.");
        }
        return value switch
        {
            Crystal crystal => (crystal, what),
            StructureRecord record => (record.Crystal, what + ".Crystal"),
            IEnumerable and not string => throw new MagicException($"{magic}: {what} is a list; name one item, such as {what}[0]."),
            null => throw new MagicException($"{magic}: {what} is null."),
            _ => throw new MagicException($"{magic}: {what} is a {value.GetType().Name}, not a crystal."),
        };
    }

    [GeneratedRegex(@"^(?<name>[\p{L}_]\w*)(\[(?<index>\d{1,9})\])?$")]
    private static partial Regex Item();
}
