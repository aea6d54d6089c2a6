using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MatNotebooks.Cluster.Slurm;

/// <summary>
/// The folder by which a queue and the nodes exchange files: <c>jobs/KEY/</c> with the files, the script and the attempts of each program,
/// <c>arrays/NAME/</c> with the list of each job array. What is in it outlives the process.
/// </summary>
internal sealed class SlurmSpool : IDisposable
{
    private readonly FileStream owner;
    private readonly Dictionary<string, (SlurmArray Array, int Index)> known = [];

    /// <summary>Opens the folder, and makes it where there is none.</summary>
    /// <exception cref="IOException">Another queue uses it, or the disk refuses.</exception>
    public SlurmSpool(string folder)
    {
        (Jobs, Arrays) = (Path.Combine(folder, "jobs"), Path.Combine(folder, "arrays"));
        Directory.CreateDirectory(Jobs);
        Directory.CreateDirectory(Arrays);
        try
        {
            owner = new(Path.Combine(folder, "owner"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (File.Exists(Path.Combine(folder, "owner")))
        {
            throw new IOException($"Another queue uses the folder {folder}; wait for its process to end, or name another folder.", error);
        }
        foreach (var array in Directory.GetDirectories(Arrays)) Remember(array);
    }

    /// <summary>Where the folders of the jobs are.</summary>
    public string Jobs { get; }

    /// <summary>Where the folders of the arrays are.</summary>
    public string Arrays { get; }

    /// <summary>The element that an earlier process submitted for a job; null where there is none.</summary>
    public (SlurmArray Array, int Index)? Earlier(string key) => known.Remove(key, out var place) ? place : null;

    /// <summary>Identity of a job: a hash over program, arguments, input, environment, limits, the files of its folder, and what goes before it on the node.</summary>
    public static string Key(ProcessJob job, SlurmOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add([job.Program, .. job.Arguments, "", job.Input, .. job.Environment.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}")]);
        Add([string.Create(CultureInfo.InvariantCulture, $"{job.Limit} {job.Memory} {job.MostOutput}")]);
        Add([options.Prologue, .. options.Container]);
        foreach (var file in Files(job.Folder))
        {
            Add([Path.GetRelativePath(job.Folder!, file)]);
            hash.AppendData(File.ReadAllBytes(file));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];

        void Add(IEnumerable<string> words)
        {
            foreach (var word in words) hash.AppendData(Encoding.UTF8.GetBytes($"{word.Length} {word}\n"));
        }
    }

    /// <summary>Lays a job out for the nodes; one that is laid out already stays.</summary>
    public void Stage(string key, ProcessJob job, SlurmOptions options)
    {
        var folder = Path.Combine(Jobs, key);
        if (File.Exists(Path.Combine(folder, "run.sh"))) return;
        Delete(folder);
        Directory.CreateDirectory(Path.Combine(folder, "in"));
        if (job.Folder is { } from) Copy(from, Path.Combine(folder, "in"));
        File.WriteAllText(Path.Combine(folder, "input"), job.Input);
        var script = Path.Combine(folder, "run.sh");
        File.WriteAllText(script + ".part", SlurmScript.OfJob(job, options));
        File.Move(script + ".part", script); // last, so that a folder with a script is whole
    }

    /// <summary>What a job gave; null while it has not ended. Its files are put into its folder.</summary>
    public SlurmResult? Result(string key, ProcessJob job)
    {
        var folder = Path.Combine(Jobs, key, "result");
        if (!File.Exists(Path.Combine(folder, "end"))) return null;
        var result = SlurmResult.Read(folder, job);
        if (job.Folder is { } to) Copy(Path.Combine(folder, "work"), to);
        return result;
    }

    /// <summary>Removes a job that nobody wants any more.</summary>
    public void Forget(string key) => Delete(Path.Combine(Jobs, key));

    /// <summary>Removes a folder; what a dying program still writes into it stays.</summary>
    public static void Delete(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A node may write once more; the rest costs space and nothing else.
        }
    }

    /// <summary>Lets another queue use the folder.</summary>
    public void Dispose() => owner.Dispose();

    private void Remember(string folder)
    {
        if (SlurmArray.Read(folder) is not { } array)
        {
            Delete(folder);
            return;
        }
        foreach (var index in array.Open) known[array.Keys[index - 1]] = (array, index);
    }

    private static ImmutableArray<string> Files(string? folder) =>
        folder is null ? [] : [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static void Copy(string from, string to)
    {
        foreach (var file in Files(from))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
