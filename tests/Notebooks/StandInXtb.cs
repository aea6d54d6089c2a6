using MatNotebooks.Tests;

namespace MatNotebooks.NotebookTests;

/// <summary>A shell script in the place of xtb: the molecule comes back as it went in, a little later.</summary>
internal static class StandInXtb
{
    private const string Script = $"#!/bin/sh\nsleep 0.03\ncp molecule.xyz xtbopt.xyz\ncat <<'END'\n{XtbSample.Output}\nEND\n";

    /// <summary>Writes the script into a folder and gives its path.</summary>
    public static string In(string folder)
    {
        var path = Path.Combine(folder, "xtb");
        File.WriteAllText(path, Script);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
