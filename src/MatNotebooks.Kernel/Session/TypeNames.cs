namespace MatNotebooks.Kernel.Session;

/// <summary>Types as C# writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char", [typeof(decimal)] = "decimal",
        [typeof(double)] = "double", [typeof(float)] = "float", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(object)] = "object", [typeof(string)] = "string",
    };

    /// <summary>"double", "int?", "List&lt;string&gt;", "float[]".</summary>
    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Of(value) + "?";
        var name = type.Name;
        if (!type.IsGenericType)
            return name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return $"{(tick < 0 ? name : name[..tick])}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }

    /// <summary>The same with every namespace, for code that is compiled; <c>dynamic</c> for types that C# code cannot name.</summary>
    public static string InFull(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (!Nameable(type))
            return "dynamic";
        if (type.IsArray)
            return $"{InFull(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var parts = Outermost(type).Select(part => Part(part, arguments));
        return $"global::{(type.Namespace is { } space ? space + "." : "")}{string.Join('.', parts)}";
    }

    private static bool Nameable(Type type) => type.HasElementType
        ? type.IsArray && Nameable(type.GetElementType()!)
        : type.IsVisible && !type.IsByRefLike && !type.Assembly.IsDynamic && type.Assembly.Location.Length > 0 && type.GetGenericArguments().All(Nameable);

    private static IEnumerable<Type> Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer).Append(type) : [type];

    // A nested type counts the arguments of those around it as its own, too.
    private static string Part(Type type, Queue<Type> arguments)
    {
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        if (tick < 0)
            return type.Name;
        var own = int.Parse(type.Name.AsSpan(tick + 1), System.Globalization.CultureInfo.InvariantCulture);
        return $"{type.Name[..tick]}<{string.Join(", ", Enumerable.Range(0, own).Select(_ => InFull(arguments.Dequeue())))}>";
    }
}
