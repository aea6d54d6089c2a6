using MatNotebooks.Datasets.Tables;
using Xunit;

namespace MatNotebooks.Tests;

/// <summary>A test on DuckDB; skipped where its library has not been fetched.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DuckDbFactAttribute : FactAttribute
{
    public DuckDbFactAttribute() => Skip = DuckDbTests.Absence;
}

/// <summary>The same with cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DuckDbTheoryAttribute : TheoryAttribute
{
    public DuckDbTheoryAttribute() => Skip = DuckDbTests.Absence;
}

/// <summary>Whether tests on DuckDB can run.</summary>
internal static class DuckDbTests
{
    /// <summary>Why not; null where they can.</summary>
    public static string? Absence => DuckDbLibrary.IsPresent ? null : "needs libduckdb.so: run environment/setup.sh";
}
