using MatNotebooks.Cluster;
using MatNotebooks.Kernel.Commands.KernelSpecs;

namespace MatNotebooks.Kernel.Commands.Doctor;

/// <summary>Optional programs: browsers, Jupyter, simulators.</summary>
internal static class ProgramChecks
{
    public static async Task<IReadOnlyList<Finding>> RunAsync() =>
    [
        Chromium(),
        Program("Jupyter", "no notebooks in the browser; matnb run needs none", "apt-get install jupyter-notebook", "jupyter-notebook", "jupyter-lab", "jupyter"),
        KernelSpecs(),
        await GpawAsync(),
        Program("xTB", "no calculations with xTB", "apt-get install xtb", "xtb"),
        Program("LAMMPS", "no calculations with interatomic potentials (Debian's gulp is another program)", "apt-get install lammps lammps-data", "lmp"),
    ];

    private static Finding Chromium() => Notebooks.Browser.Chromium.Find() is { } path
        ? Finding.Good("Chromium", path)
        : Finding.Absent("Chromium", "no matnb run --pdf", "apt-get install chromium");

    private static Finding Program(string what, string cost, string mend, params string[] names) =>
        ProgramPath.Find(names) is { } path ? Finding.Good(what, path) : Finding.Absent(what, cost, mend);

    private static Finding KernelSpecs()
    {
        var found = JupyterFolders.All.SelectMany(OurSpecs).ToArray();
        foreach (var spec in found)
            if (KernelSpecInstaller.LostProgram(spec) is { } lost)
                return new("kernelspecs", Condition.Weak, $"{spec} starts {lost}, which is not there", "matnb kernel install --user");
        return found.Length > 0
            ? Finding.Good("kernelspecs", string.Join(", ", found))
            : Finding.Absent("kernelspecs", "Jupyter and VS Code do not offer the kernel", "matnb kernel install --user");
    }

    private static IEnumerable<string> OurSpecs(string folder) =>
        from name in new[] { KernelSpecInstaller.Name, KernelSpecInstaller.InteractiveName }
        let spec = Path.Combine(folder, "kernels", name)
        where KernelSpecInstaller.IsOurs(spec)
        select spec;

    private static async Task<Finding> GpawAsync()
    {
        var python = new Simulation.Gpaw.GpawOptions().Python;
        var version = await Tool.AskAsync(python, "-c", "import gpaw; print(gpaw.__version__)");
        return version is null
            ? Finding.Absent("GPAW", "no matnb simulate octet", "apt-get install gpaw gpaw-data")
            : Finding.Good("GPAW", $"{version} in {python}");
    }
}
