namespace MatNotebooks.Datasets.Tables;

/// <summary>A text of SQL that is to run.</summary>
/// <param name="Connection">Where.</param>
/// <param name="Sql">The text.</param>
/// <param name="Parameter">The value of a parameter.</param>
/// <param name="TryLend">Makes a table that is not there; false where it cannot.</param>
/// <param name="Cancellation">Stops it.</param>
internal sealed record SqlRequest(nint Connection, string Sql, Func<string, object?> Parameter, Func<string, bool> TryLend, CancellationToken Cancellation)
{
    /// <summary>A text of our own, which reads no tables.</summary>
    public static SqlRequest Of(nint connection, string sql) => new(connection, sql, _ => null, _ => false, CancellationToken.None);

    /// <summary>Interrupts the connection when the token says so, until the result is disposed.</summary>
    public CancellationTokenRegistration Stopping() => Cancellation.Register(() => DuckDbNative.Interrupt(Connection));
}
