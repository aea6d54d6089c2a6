using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MatNotebooks.Kernel.Display.Tables;

/// <summary>How to get the value of one column out of a row.</summary>
internal sealed record RowAccess(string Name, Func<object, object?> Value)
{
    /// <summary>
    /// The columns that the type of a sequence's items declares; empty where its items make no row; null where only the rows themselves
    /// tell.
    /// </summary>
    public static IReadOnlyList<RowAccess>? Declared(IEnumerable sequence)
    {
        var type = sequence.GetType().GetInterfaces()
            .Append(sequence.GetType())
            .Where(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(candidate => candidate.GetGenericArguments()[0])
            .FirstOrDefault() ?? typeof(object);
        if (type == typeof(object) || type == typeof(System.Dynamic.ExpandoObject) || IsKeyed(type)) return null;
        return IsPlain(type) ? [] : Of(type);
    }

    /// <summary>The columns of rows that are dictionaries, or objects of one type; null where they are neither.</summary>
    public static IReadOnlyList<RowAccess>? Of(List<object> rows)
    {
        if (rows.All(row => Keys(row) is not null))
            return [.. rows.SelectMany(row => Keys(row)!).Distinct().Select(key => new RowAccess(key, row => Get(row, key)))];
        var type = rows[0].GetType();
        return rows.All(row => row.GetType() == type) && !IsPlain(type) ? Of(type) : null;
    }

    private static IReadOnlyList<RowAccess> Of(Type type)
    {
        // A tuple keeps its items in fields, and their names only in the source.
        if (typeof(ITuple).IsAssignableFrom(type))
            return [.. type.GetFields().Where(field => FitsCell(field.FieldType)).Select(field => new RowAccess(field.Name, field.GetValue))];
        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod is not null && FitsCell(property.PropertyType))
            .Select(property => new RowAccess(property.Name, row => Safely(property, row)))];
    }

    // A property that throws leaves its cell empty, and the other cells full.
    private static object? Safely(PropertyInfo property, object row)
    {
        try
        {
            return property.GetValue(row);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is not OperationCanceledException)
        {
            return null;
        }
    }

    private static bool IsKeyed(Type type) => type.GetInterfaces().Append(type).Any(candidate =>
        candidate.IsGenericType && candidate.GetGenericTypeDefinition() is var shape && (shape == typeof(IDictionary<,>) || shape == typeof(IReadOnlyDictionary<,>)) && candidate.GetGenericArguments()[0] == typeof(string));

    private static IEnumerable<string>? Keys(object row) => row switch
    {
        IDictionary<string, object?> keyed => keyed.Keys,
        IDictionary plain when plain.Keys.Cast<object>().All(key => key is string) => plain.Keys.Cast<string>(),
        _ => null,
    };

    private static object? Get(object row, string key) => row switch
    {
        IDictionary<string, object?> keyed => keyed.TryGetValue(key, out var value) ? value : null,
        IDictionary plain => plain.Contains(key) ? plain[key] : null,
        _ => null,
    };

    private static bool IsPlain(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) || typeof(IFormattable).IsAssignableFrom(type) || type == typeof(bool) || type == typeof(char);
    }

    // Beside numbers and texts, what its author taught to write itself in a word or two: an element, a formula.
    private static bool FitsCell(Type type) => IsPlain(type) ||
        (type.GetMethod(nameof(ToString), Type.EmptyTypes) is { } written && written.DeclaringType != typeof(object) &&
         written.DeclaringType != typeof(ValueType) && !written.IsDefined(typeof(CompilerGeneratedAttribute), false));
}
