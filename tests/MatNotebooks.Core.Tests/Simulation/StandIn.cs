namespace MatNotebooks.Core.Tests.Simulation;

/// <summary>A shell script in the place of a simulation code.</summary>
internal sealed class StandIn : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("stand-in-");

    public StandIn(string script)
    {
        Program = Path.Combine(folder.FullName, "program");
        File.WriteAllText(Program, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Program { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
