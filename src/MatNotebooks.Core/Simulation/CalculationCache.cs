namespace MatNotebooks.Simulation;

/// <summary>Results kept in a folder under the hash of their input, one file each, for every process of this machine.</summary>
/// <remarks>A file appears whole or not at all; one that cannot be read counts as absent and is written anew.</remarks>
public sealed class CalculationCache
{
    /// <summary>Opens a cache; the folder is made at the first result.</summary>
    /// <param name="folder">The folder. The default is <see cref="DefaultFolder"/>.</param>
    public CalculationCache(string? folder = null) => Folder = Path.GetFullPath(folder ?? DefaultFolder);

    /// <summary><c>cache/calculations</c> in the folder MATNB_DATA where that is set, else in the user's folder for caches.</summary>
    public static string DefaultFolder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("MATNB_DATA") is { Length: > 0 } data) return Path.Combine(data, "cache", "calculations");
            var caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } set
                ? set : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
            return Path.Combine(caches, "matnotebooks", "calculations");
        }
    }

    /// <summary>Where the results lie.</summary>
    public string Folder { get; }

    /// <summary>The result of an input; null when there is none.</summary>
    /// <param name="hash">Hash of the input | 64 hexadecimal digits.</param>
    public CalculationResult? Find(string hash)
    {
        try
        {
            return File.Exists(PathOf(hash)) ? ResultJson.Read(File.ReadAllText(PathOf(hash))) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null; // computing again is dear but right
        }
    }

    /// <summary>Keeps a result.</summary>
    /// <param name="hash">Hash of the input | 64 hexadecimal digits.</param>
    /// <param name="result">The result.</param>
    /// <exception cref="IOException">The folder cannot be written; the message says what to do.</exception>
    public void Keep(string hash, CalculationResult result)
    {
        var path = PathOf(hash);
        var fresh = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(fresh, ResultJson.Write(result));
            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The cache of calculations in {Folder} cannot be written: {error.Message} Free space there, or set MATNB_DATA to another folder.", error);
        }
    }

    private string PathOf(string hash) => Path.Combine(Folder, hash[..2], hash + ".json");
}
