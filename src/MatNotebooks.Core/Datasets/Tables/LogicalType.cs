using static MatNotebooks.Datasets.Tables.DuckDbNative;

namespace MatNotebooks.Datasets.Tables;

/// <summary>A type of a column, read from the library once.</summary>
internal sealed record LogicalType(DuckType Id)
{
    /// <summary>Digits of a decimal in all, and after the point.</summary>
    public (int Width, int Scale) Decimal { get; private init; }

    /// <summary>What a decimal or the number of an enum's value is stored as.</summary>
    public DuckType Storage { get; private init; }

    /// <summary>The words of an enum.</summary>
    public string[] Words { get; private init; } = [];

    /// <summary>How many items each array has.</summary>
    public int ArraySize { get; private init; }

    /// <summary>The names of a struct's fields, or of a union's members.</summary>
    public string[] Names { get; private init; } = [];

    /// <summary>The type of a list's items; the types of a struct's fields.</summary>
    public LogicalType[] Children { get; private init; } = [];

    /// <summary>Reads a type and lets go of its handle.</summary>
    public static LogicalType Take(nint handle)
    {
        var type = Read(handle, TypeId(handle));
        DestroyType(ref handle);
        return type;
    }

    /// <summary>As SQL writes it.</summary>
    public override string ToString() => Id switch
    {
        DuckType.Decimal => $"DECIMAL({Decimal.Width},{Decimal.Scale})",
        DuckType.List => Children[0] + "[]",
        DuckType.Array => $"{Children[0]}[{ArraySize}]",
        DuckType.Map => $"MAP({Children[0].Children[0]}, {Children[0].Children[1]})",
        DuckType.Struct => $"STRUCT({Fields()})",
        DuckType.Union => $"UNION({Fields()})",
        DuckType.TimestampZoned => "TIMESTAMP WITH TIME ZONE",
        DuckType.TimeZoned => "TIME WITH TIME ZONE",
        DuckType.TimestampS or DuckType.TimestampMs or DuckType.TimestampNs => "TIMESTAMP_" + Id.ToString()[9..].ToUpperInvariant(),
        DuckType.SqlNull => "NULL",
        _ => Id.ToString().ToUpperInvariant(),
    };

    private static LogicalType Read(nint handle, DuckType id) => id switch
    {
        DuckType.Decimal => new LogicalType(id) { Decimal = (DecimalWidth(handle), DecimalScale(handle)), Storage = DecimalStorage(handle) },
        DuckType.Enum => new LogicalType(id)
        {
            Storage = EnumStorage(handle),
            Words = [.. Enumerable.Range(0, (int)EnumSize(handle)).Select(index => TakeText(EnumValue(handle, (ulong)index)))],
        },
        DuckType.List => new LogicalType(id) { Children = [Take(ListChildType(handle))] },
        // A map is stored as a list of structs of key and value.
        DuckType.Map => new LogicalType(id) { Children = [Take(ListChildType(handle))] },
        DuckType.Array => new LogicalType(id) { Children = [Take(ArrayChildType(handle))], ArraySize = (int)DuckDbNative.ArraySize(handle) },
        DuckType.Struct => new LogicalType(id)
        {
            Names = [.. Enumerable.Range(0, (int)StructCount(handle)).Select(index => TakeText(StructName(handle, (ulong)index)))],
            Children = [.. Enumerable.Range(0, (int)StructCount(handle)).Select(index => Take(StructChildType(handle, (ulong)index)))],
        },
        _ => new LogicalType(id),
    };

    private string Fields() => string.Join(", ", Names.Zip(Children, (name, child) => $"{name} {child}"));
}
