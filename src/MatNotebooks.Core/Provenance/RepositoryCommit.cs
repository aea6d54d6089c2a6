using System.ComponentModel;
using System.Diagnostics;
using MatNotebooks.Datasets;

namespace MatNotebooks.Provenance;

/// <summary>The commit the code is of, as git says.</summary>
internal static class RepositoryCommit
{
    private const string Unknown = "unknown";

    public static string Find()
    {
        try
        {
            var folder = DataFolders.Repository;
            return Ask(folder, "rev-parse", "HEAD") is { Length: > 0 } commit
                ? commit + (Ask(folder, "status", "--porcelain", "--untracked-files=no") is { Length: > 0 } ? "+changes" : "")
                : Unknown;
        }
        catch (DirectoryNotFoundException)
        {
            return Unknown;
        }
    }

    private static string? Ask(string folder, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", folder, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true });
            var answer = git?.StandardOutput.ReadToEnd().Trim();
            git?.WaitForExit();
            return git?.ExitCode == 0 ? answer : null;
        }
        catch (Win32Exception)
        {
            return null; // no git
        }
    }
}
