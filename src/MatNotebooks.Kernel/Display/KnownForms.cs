using System.Collections.Concurrent;

namespace MatNotebooks.Kernel.Display;

/// <summary>
/// How values show that cannot say it themselves, such as a crystal: those who know both the value and the picture register it here, so
/// that showing a value needs to know neither.
/// </summary>
internal static class KnownForms
{
    private static readonly ConcurrentDictionary<string, Func<object, IRichDisplay?>> Forms = new(StringComparer.Ordinal);

    /// <summary>Registers a form; the same name again replaces it.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="form">The value's form, or null for a value that is none of its own.</param>
    public static void Register(string name, Func<object, IRichDisplay?> form) => Forms[name] = form;

    /// <summary>The form of a value, or null where nobody knows one.</summary>
    public static IRichDisplay? TryOf(object value) => Forms.Values.Select(form => form(value)).FirstOrDefault(form => form is not null);
}
