namespace MatNotebooks.Kernel.Session.FSharp;

/// <summary>Types as F# code that is compiled writes them.</summary>
internal static class FSharpTypeName
{
    /// <summary>"global.System.Collections.Generic.List&lt;global.System.Int32&gt;"; the nearest type above one that code cannot name.</summary>
    /// <returns>Null for a type that a C# cell declares.</returns>
    public static string? Of(Type type)
    {
        if (type.Assembly.Location.Length == 0 && !type.HasElementType)
            return null;
        if (!type.IsVisible)
            return Of(type.BaseType ?? typeof(object));
        if (type.IsArray)
            return Of(type.GetElementType()!) is { } element ? $"{element}[{new string(',', type.GetArrayRank() - 1)}]" : null;
        var arguments = type.GetGenericArguments().Select(Of).ToArray();
        if (Array.Exists(arguments, argument => argument is null))
            return null;
        var name = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');
        // Only the outermost of nested generic types may carry arguments here.
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return "global." + (tick < 0 ? name : $"{name[..tick]}<{string.Join(", ", arguments)}>{name[tick..].TrimStart('`').TrimStart("0123456789".ToCharArray())}");
    }
}
