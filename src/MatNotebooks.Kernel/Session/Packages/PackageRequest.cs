using System.Text.RegularExpressions;

namespace MatNotebooks.Kernel.Session.Packages;

/// <summary>What <c>#r "nuget: Name, version"</c> asks for.</summary>
/// <param name="Name">The package.</param>
/// <param name="Version">A version, a range or a pattern, as NuGet writes them; null for any.</param>
/// <param name="Requester">The cell, as "Cell In[3]".</param>
internal sealed partial record PackageRequest(string Name, string? Version, string Requester)
{
    /// <summary>Reads what stands after <c>nuget:</c>.</summary>
    /// <exception cref="PackageException">It is no package and version.</exception>
    public static PackageRequest Parse(string text, string requester)
    {
        var parts = text.Split(',', 2, StringSplitOptions.TrimEntries);
        var version = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null;
        if (!NameText().IsMatch(parts[0]) || (version is not null && !VersionText().IsMatch(version)))
            throw new PackageException($"{requester}: '{text.Trim()}' names no package. Write #r \"nuget: Name, 1.2.3\".");
        return new PackageRequest(parts[0], version, requester);
    }

    public override string ToString() => Version is null ? Name : $"{Name} {Version}";

    [GeneratedRegex(@"^[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*$")]
    private static partial Regex NameText();

    // 1.2.3-beta.4, 1.*, [1.0,2.0)
    [GeneratedRegex(@"^[\[(]?[0-9A-Za-z.*+-]*(\s*,\s*[0-9A-Za-z.*+-]*)?[\])]?$")]
    private static partial Regex VersionText();
}
