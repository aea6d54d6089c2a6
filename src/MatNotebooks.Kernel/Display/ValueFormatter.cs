using System.Collections;
using System.Globalization;
using MatNotebooks.Datasets.Tables;
using MatNotebooks.Kernel.Display.Foreign;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;
using TorchSharp;

namespace MatNotebooks.Kernel.Display;

/// <summary>
/// A value to the forms a notebook shows. In this order: what the value says of itself (<see cref="IRichDisplay"/>),
/// what a cell registered (<c>Formatter.Register</c>), the forms of values from science (<see cref="KnownForms"/>), our tables and numbers, the formatting package's defaults.
/// </summary>
internal static class ValueFormatter
{
    private const string Html = "text/html";
    private const string Plain = "text/plain";

    static ValueFormatter()
    {
        // Deeper, objects that hold each other fill pages.
        Formatter.RecursionLimit = 4;
    }

    /// <summary>The bundle of a value; a formatter that throws is reported inside it, never to the caller.</summary>
    public static MimeBundle ToBundle(object? value)
    {
        try
        {
            return Format(value);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return MimeBundle.OfText($"{value!.GetType().Name} could not be displayed: {failure.GetType().Name}: {failure.Message}");
        }
    }

    private static MimeBundle Format(object? value) => value switch
    {
        null => MimeBundle.OfText("null"),
        MimeBundle bundle => bundle,
        IRichDisplay rich => rich.ToMimeBundle(),
        SqlTable table => SqlResultTable.Of(table),
        _ when RegisteredByUser(value) => Registered(value),
        _ when ForeignValue.TryOf(value) is { } foreign => foreign,
        _ when KnownForms.TryOf(value) is { } known => known.ToMimeBundle(),
        string text => MimeBundle.OfText(text),
        IHtmlContent html => new MimeBundle().With(Html, html.ToDisplayString(Html)).With(Plain, "(HTML)"),
        IFormattable scalar when Scalar(value.GetType()) => MimeBundle.OfText(scalar.ToString(null, CultureInfo.InvariantCulture)),
        torch.Tensor tensor => MimeBundle.OfText(NumberText.Of(tensor)),
        Array { Rank: > 1 } array when NumberText.Of(array) is { } numbers => MimeBundle.OfText(numbers),
        bool flag => MimeBundle.OfText(flag ? "true" : "false"),
        IEnumerable sequence when DataTable.TryOf(sequence) is { } table => table.ToMimeBundle(),
        IEnumerable list when value.GetType().Namespace == "Microsoft.FSharp.Collections" => Default(list.Cast<object?>().ToArray()),
        _ => Default(value),
    };

    private static bool Scalar(Type type) => type.IsPrimitive || type == typeof(decimal) || type == typeof(Half) || type == typeof(Int128) ||
        type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly) ||
        type == typeof(TimeSpan) || type == typeof(Guid) || type.IsEnum || type == typeof(System.Numerics.BigInteger) ||
        type == typeof(System.Numerics.Complex);

    private static bool RegisteredByUser(object value) =>
        Formatter.RegisteredFormatters(false).Any(formatter => formatter.Type.IsInstanceOfType(value));

    private static MimeBundle Registered(object value)
    {
        var bundle = new MimeBundle();
        foreach (var formatter in Formatter.RegisteredFormatters(false).Where(formatter => formatter.Type.IsInstanceOfType(value)).Reverse())
            bundle.With(formatter.MimeType, value.ToDisplayString(formatter.MimeType));
        return bundle.Forms.ContainsKey(Plain) ? bundle : bundle.With(Plain, value.ToDisplayString(Plain));
    }

    // A type that writes itself says it shorter than a list of all its properties.
    private static MimeBundle Default(object value) =>
        new MimeBundle().With(Html, value.ToDisplayString(Html)).With(Plain, WritesItself(value.GetType()) ? value.ToString() ?? "" : value.ToDisplayString(Plain));

    private static bool WritesItself(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } declaring && declaring != typeof(object) && declaring != typeof(ValueType) &&
        !typeof(IEnumerable).IsAssignableFrom(type);
}
