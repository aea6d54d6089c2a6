using System.Collections.Immutable;
using System.Globalization;

namespace MatNotebooks.Cluster.Slurm;

/// <summary>A job array as its folder remembers it, so that another process finds its elements again.</summary>
internal sealed class SlurmArray
{
    private readonly string folder;
    private readonly HashSet<int> closed;

    private SlurmArray(string folder, ImmutableArray<string> keys, string? id, HashSet<int> closed) =>
        (this.folder, Keys, Id, this.closed) = (folder, keys, id, closed);

    /// <summary>Its name in Slurm, which no other array has.</summary>
    public string Name => Path.GetFileName(folder);

    /// <summary>The job each element runs; element 1 the first.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>Its job id; null while it is not known whether Slurm took it.</summary>
    public string? Id { get; private set; }

    /// <summary>The script to submit.</summary>
    public string Script => Path.Combine(folder, "array.sh");

    /// <summary>The indices that somebody still wants.</summary>
    public IEnumerable<int> Open => Enumerable.Range(1, Keys.Length).Where(index => !closed.Contains(index));

    /// <summary>What the element wrote besides its program; sbatch puts the index for %a.</summary>
    public string LogFile(string index) => Path.Combine(folder, index + ".log");

    /// <summary>Makes the folder of a new array.</summary>
    public static SlurmArray Create(string arrays, string jobs, ImmutableArray<string> keys)
    {
        var folder = Path.Combine(arrays, $"matnb-{Guid.NewGuid().ToString("N")[..12]}");
        Directory.CreateDirectory(folder);
        var array = new SlurmArray(folder, keys, null, []);
        File.WriteAllLines(array.ListFile, keys);
        File.WriteAllText(array.Script, SlurmScript.OfArray(jobs, array.ListFile));
        return array;
    }

    /// <summary>Reads the folder of an earlier array; null where it was never complete, and so never submitted.</summary>
    public static SlurmArray? Read(string folder)
    {
        var array = new SlurmArray(folder, [], null, []);
        if (!File.Exists(array.Script)) return null;
        return new(
            folder,
            [.. File.ReadAllLines(array.ListFile)],
            File.Exists(array.IdFile) ? File.ReadAllText(array.IdFile) : null,
            File.Exists(array.ClosedFile) ? [.. File.ReadAllLines(array.ClosedFile).Select(line => int.Parse(line, CultureInfo.InvariantCulture))] : []);
    }

    /// <summary>Writes down that Slurm took it.</summary>
    public void Submitted(string id)
    {
        File.WriteAllText(IdFile + ".part", id);
        File.Move(IdFile + ".part", IdFile, overwrite: true);
        Id = id;
    }

    /// <summary>Writes down that nobody wants an element any more; with the last one the folder goes.</summary>
    public void Close(int index)
    {
        if (!closed.Add(index)) return;
        if (closed.Count == Keys.Length) Remove();
        else File.AppendAllText(ClosedFile, string.Create(CultureInfo.InvariantCulture, $"{index}\n"));
    }

    /// <summary>Forgets it.</summary>
    public void Remove() => SlurmSpool.Delete(folder);

    private string ListFile => Path.Combine(folder, "jobs");

    private string IdFile => Path.Combine(folder, "id");

    private string ClosedFile => Path.Combine(folder, "closed");
}
