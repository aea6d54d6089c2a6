using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Session;

/// <summary>Exceptions of a running cell as a notebook shows them: what, where in which cell, without the host's own frames.</summary>
internal static partial class RuntimeErrors
{
    private const int FramesShown = 20;

    public static CellError Describe(Exception exception, SourceLines sources)
    {
        var failure = Unwrap(exception);
        var lines = new List<string> { Headline(failure) };
        lines.AddRange(Frames(failure, sources));
        for (var cause = failure.InnerException; cause is not null; cause = cause.InnerException)
        {
            lines.Add("caused by " + Headline(cause));
            lines.AddRange(Frames(cause, sources));
        }
        return new CellError(TypeName(failure), Message(failure), lines);
    }

    // Wrappers that say nothing themselves.
    private static Exception Unwrap(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions.Count: 1 } aggregate => Unwrap(aggregate.InnerExceptions[0]),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        _ => exception,
    };

    private static string Headline(Exception exception) => $"{TypeName(exception)}: {Message(exception)}";

    private static string Message(Exception exception) => exception is InsufficientExecutionStackException
        ? $"{MethodName(Caller(exception))} calls itself without end: the stack is full. Give it a case in which it returns without calling itself."
        : exception.Message;

    private static string TypeName(Exception exception)
    {
        var type = exception.GetType();
        return type.Namespace is null or "System" ? type.Name : type.FullName ?? type.Name;
    }

    // Below the check that threw.
    private static MethodBase? Caller(Exception exception) =>
        new StackTrace(exception).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault(method => method?.DeclaringType?.Assembly.Location.Length == 0);

    private static IEnumerable<string> Frames(Exception exception, SourceLines sources)
    {
        if (exception is InsufficientExecutionStackException)
            return []; // a hundred thousand times the same
        var frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames();
        var last = Array.FindLastIndex(frames, frame => sources.Known(frame.GetFileName()) is not null);
        var used = last < 0 ? frames.TakeWhile(frame => !OfHost(frame)) : frames.Take(last + 1);
        return used.Where(frame => !Plumbing(frame)).Take(FramesShown).SelectMany(frame => Lines(frame, sources));
    }

    private static IEnumerable<string> Lines(StackFrame frame, SourceLines sources)
    {
        var line = frame.GetFileLineNumber();
        var place = MethodName(frame.GetMethod());
        if (sources.Known(frame.GetFileName()) is not { } label)
            return [$"   at {place}"];
        var head = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(label)}, line {line}{(place.Length == 0 ? "" : ", in " + place)}");
        return [head, .. sources.Excerpt(label, line, sources.Column(label, line, frame.GetFileColumnNumber()), 1)];
    }

    private static bool OfHost(StackFrame frame) =>
        frame.GetMethod()?.DeclaringType is { } type && type.Assembly == typeof(RuntimeErrors).Assembly &&
        type.Namespace is { } name && (name.EndsWith(".Session", StringComparison.Ordinal) || name.EndsWith(".Cells", StringComparison.Ordinal));

    private static bool Plumbing(StackFrame frame)
    {
        if (frame.GetMethod()?.DeclaringType is not { } type)
            return true;
        return type.Namespace is "System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices" ||
            type.FullName is "System.Threading.Tasks.Task" or "System.ThrowHelper";
    }

    /// <summary>A method as its author wrote it; empty for the top level of a cell.</summary>
    private static string MethodName(MethodBase? method)
    {
        if (method?.DeclaringType is not { } type)
            return "";
        // <Name>d__3.MoveNext is the body of an async method or an iterator; <Name>b__0 a lambda; <Name>g__Local|0 a local function.
        var generated = Generated().Match(method.Name == "MoveNext" ? type.Name : method.Name);
        var name = generated.Success ? generated.Groups["local"].Success ? generated.Groups["local"].Value : generated.Groups["name"].Value : method.Name;
        if (name is "<Initialize>" or "<Factory>")
            return "";
        while (type.DeclaringType is not null && type.Name.StartsWith('<'))
            type = type.DeclaringType;
        if (type.FullName?.StartsWith("<StartupCode$FSI", StringComparison.Ordinal) == true)
            return ""; // the top level of an F# cell
        var owner = (type.FullName ?? type.Name).Replace('+', '.');
        owner = SubmissionClass().Replace(owner, "");
        return owner.Length == 0 ? $"{name}()" : $"{owner}.{name}()";
    }

    [GeneratedRegex(@"^<(?<name>.*)>(d__|b__|g__(?<local>[^|]+)\|)")]
    private static partial Regex Generated();

    [GeneratedRegex(@"^(Cell|FSI_)\d+(\.|$)")]
    private static partial Regex SubmissionClass();
}
