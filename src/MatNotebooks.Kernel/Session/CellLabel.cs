using System.Globalization;

namespace MatNotebooks.Kernel.Session;

/// <summary>The name a cell's lines are reported under; VS Code turns "Cell In[3], line 2" into a link.</summary>
internal static class CellLabel
{
    private const string Start = "Cell In[";

    /// <summary>"Cell In[n]".</summary>
    public static string Of(int executionCount) => string.Create(CultureInfo.InvariantCulture, $"{Start}{executionCount}]");

    /// <summary>The label inside a path of debug information, where Roslyn has put a folder before it; null for a real file.</summary>
    public static string? InPath(string? path)
    {
        var at = path?.LastIndexOf(Start, StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : path![at..];
    }
}
