using System.Text.RegularExpressions;

namespace MatNotebooks.Kernel.Session.Packages;

/// <summary>The lines of a cell that ask for packages, taken out of its code: the compiler knows no <c>nuget:</c>.</summary>
/// <param name="Code">The code with those lines made comments, so that every line keeps its number.</param>
/// <param name="Requests">The packages, in order.</param>
/// <param name="Feeds">Folders and addresses that <c>#i "nuget: ..."</c> adds to the feeds.</param>
internal sealed partial record PackageDirectives(string Code, IReadOnlyList<PackageRequest> Requests, IReadOnlyList<string> Feeds)
{
    /// <summary>Reads a cell.</summary>
    /// <exception cref="PackageException">A line asks for something that is no package.</exception>
    public static PackageDirectives Read(string code, string requester)
    {
        if (!code.Contains("nuget:", StringComparison.OrdinalIgnoreCase))
            return new PackageDirectives(code, [], []);
        var lines = code.Split('\n');
        var requests = new List<PackageRequest>();
        var feeds = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var directive = Directive().Match(lines[i]);
            if (!directive.Success || CodeText.EndsInsideLiteral(string.Join('\n', lines[..i]) + "\n"))
                continue;
            var text = directive.Groups["what"].Value.Trim();
            if (directive.Groups["kind"].Value == "i")
                feeds.Add(text);
            else
                requests.Add(PackageRequest.Parse(text, requester));
            lines[i] = "//" + lines[i];
        }
        return new PackageDirectives(string.Join('\n', lines), requests, feeds);
    }

    [GeneratedRegex("^\\s*#(?<kind>[ri])\\s+\"nuget:(?<what>[^\"]*)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Directive();
}
