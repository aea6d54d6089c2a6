namespace MatNotebooks.Simulation;

/// <summary>An empty folder for one calculation, removed with everything in it at the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    private const long LargestFile = 64 << 20; // bytes; what a program writes beyond is garbage

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("matnb-");

    /// <summary>Where it is.</summary>
    public string Location => folder.FullName;

    /// <summary>Writes a file.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Location, name), text);

    /// <summary>Reads a file; empty when it is not there or larger than 64 MiB.</summary>
    public string Read(string name)
    {
        var file = new FileInfo(Path.Combine(Location, name));
        return file.Exists && file.Length <= LargestFile ? File.ReadAllText(file.FullName) : "";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A program that is being killed may write once more; the system clears its folder for temporary files.
        }
    }

    /// <summary>A failure of the disk as the outcome of a calculation.</summary>
    public static CalculationOutcome Failure(Exception error) => CalculationOutcome.Of(
        FailureKind.NoRoom, $"The folder for temporary files, {Path.GetTempPath()}, refuses: {CalculationText.Shortened(error.Message)}. Free space there, or set TMPDIR to another.");
}
