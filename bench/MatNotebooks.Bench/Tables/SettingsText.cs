using System.Globalization;
using System.Reflection;

namespace MatNotebooks.Bench.Tables;

/// <summary>What a record of options says that its defaults do not, so that a new option at its default changes no text.</summary>
internal static class SettingsText
{
    /// <summary>"GemPpmOptions { Width = 32 }".</summary>
    public static string Of(object options)
    {
        var type = options.GetType();
        var usual = type.GetConstructor(Type.EmptyTypes) is null ? null : Activator.CreateInstance(type);
        var said = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite || usual is null)
            .Where(property => usual is null || !Equals(property.GetValue(options), property.GetValue(usual)))
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => $"{property.Name} = {Value(property.GetValue(options))}");
        return $"{type.Name} {{ {string.Join(", ", said)} }}";
    }

    private static string Value(object? value) => value switch
    {
        null => "null",
        Enum => value.ToString()!,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        string text => text,
        bool truth => truth.ToString(),
        _ => Of(value),
    };
}
