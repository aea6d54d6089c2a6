namespace MatNotebooks.Kernel.Session.Packages;

/// <summary>A package as the restore chose it.</summary>
/// <param name="Name">As its author writes it.</param>
/// <param name="Version">The version chosen.</param>
/// <param name="Needs">What it depends on: name, and the versions it accepts.</param>
/// <param name="References">Assemblies to compile against, full paths.</param>
/// <param name="Assemblies">Assemblies to run, full paths.</param>
/// <param name="Natives">Libraries of machine code for this system, full paths.</param>
internal sealed record ResolvedPackage(
    string Name,
    string Version,
    IReadOnlyDictionary<string, string> Needs,
    IReadOnlyList<string> References,
    IReadOnlyList<string> Assemblies,
    IReadOnlyList<string> Natives)
{
    public IEnumerable<string> Files => References.Concat(Assemblies).Concat(Natives);

    public override string ToString() => $"{Name} {Version}";
}
