using System.Linq.Expressions;
using System.Reflection;

namespace MatNotebooks.Datasets.Tables;

/// <summary>One column of rows in memory.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Value">Its value in a row; null for NULL.</param>
internal sealed record TableField(string Name, Type Type, Func<object, object?> Value)
{
    /// <summary>The property or field it is read from, which goes without boxing; null where there is none.</summary>
    public MemberInfo? Member { get; private init; }

    /// <summary>A property or a field of the rows.</summary>
    public static TableField Of(MemberInfo member)
    {
        var type = member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;
        return new(member.Name, type, row => member is PropertyInfo one ? one.GetValue(row) : ((FieldInfo)member).GetValue(row)) { Member = member };
    }

    /// <summary>Reads values of a value type; null for NULL.</summary>
    public Func<object, T?> Values<T>()
        where T : struct
    {
        if (Member is null)
            return row => Value(row) is T value ? value : null;
        var row = Expression.Parameter(typeof(object));
        Expression access = Expression.MakeMemberAccess(Expression.Convert(row, Member.DeclaringType!), Member);
        return Expression.Lambda<Func<object, T?>>(access.Type == typeof(T?) ? access : Expression.Convert(access, typeof(T?)), row).Compile();
    }

    /// <summary>Reads values of a reference type.</summary>
    public Func<object, T?> References<T>()
        where T : class
    {
        if (Member is null)
            return row => Value(row) as T;
        var row = Expression.Parameter(typeof(object));
        var access = Expression.MakeMemberAccess(Expression.Convert(row, Member.DeclaringType!), Member);
        return Expression.Lambda<Func<object, T?>>(Expression.TypeAs(access, typeof(T)), row).Compile();
    }
}
