using System.Globalization;

namespace TorchSharp.Native;

/// <summary>The libtorch the shim was built against: the lines of find-libtorch.sh that lie beside it.</summary>
/// <param name="Version">Such as 1.13.0.</param>
/// <param name="Folder">Where its libraries are.</param>
/// <param name="HasCuda">Whether it has a CUDA part.</param>
/// <param name="Bytes">The size of libtorch_cpu.so then.</param>
internal sealed record LibtorchFacts(string Version, string Folder, bool HasCuda, long Bytes)
{
    /// <exception cref="DllNotFoundException">There is no such file.</exception>
    internal static LibtorchFacts Read(string file)
    {
        if (!File.Exists(file))
            throw new DllNotFoundException($"{file} is missing: build MatNotebooks on this machine (dotnet build), which writes it and the libtorch shim beside it");
        var lines = File.ReadAllLines(file);
        return new(lines[0], lines[3], lines[4] == "cuda", long.Parse(lines[6], CultureInfo.InvariantCulture));
    }

    /// <summary>Another libtorch than the shim's would crash, or worse.</summary>
    /// <exception cref="DllNotFoundException">It is gone, or another.</exception>
    internal void CheckUnchanged()
    {
        var library = new FileInfo(Path.Combine(Folder, "libtorch_cpu.so"));
        if (!library.Exists)
            throw new DllNotFoundException($"libtorch {Version} is no longer in {Folder}: install it again (libtorch-dev), or rebuild MatNotebooks to build against another");
        var target = library.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? library;
        if (target.Length != Bytes)
            throw new DllNotFoundException($"libtorch in {Folder} is not the {Version} that MatNotebooks was built against: rebuild (dotnet build)");
    }
}
