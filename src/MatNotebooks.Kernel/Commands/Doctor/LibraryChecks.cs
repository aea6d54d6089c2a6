using System.Runtime.InteropServices;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Tables;
using MatNotebooks.Kernel.Visuals.Assets;

namespace MatNotebooks.Kernel.Commands.Doctor;

/// <summary>.NET, the native libraries beside libtorch, and the JavaScript of the pages.</summary>
internal static class LibraryChecks
{
    public static async Task<IReadOnlyList<Finding>> RunAsync() =>
    [
        await SdkAsync(),
        Native("spglib", "libsymspg.so.1", "no space groups and standard cells", "apt-get install libsymspg1"),
        Native("ZeroMQ", "libzmq.so.5", "no Jupyter kernel", "apt-get install libzmq5"),
        Module("plotly.js", "plotly.js-dist-min/plotly.min.js"),
        Module("3Dmol.js", "3dmol/build/3Dmol-min.js"),
        Module("mermaid", "@mermaid-js/tiny/dist/mermaid.tiny.js"),
        DuckDb(),
    ];

    // Asked in the repository, whose global.json decides; the runtime is there, for it runs this.
    private static async Task<Finding> SdkAsync()
    {
        var version = await Tool.AskAsync("sh", "-c", "cd \"$1\" && exec dotnet --version", "sh", DataFolders.Repository);
        return version is null
            ? Finding.Missing(".NET", $"{RuntimeInformation.FrameworkDescription} runs this, but there is no SDK 10 to build with", "install the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0")
            : Finding.Good(".NET", $"SDK {version}, {RuntimeInformation.FrameworkDescription}");
    }

    private static Finding Native(string what, string file, string cost, string mend) =>
        NativeLibrary.TryLoad(file, out _) ? Finding.Good(what, file) : Finding.Missing(what, cost, mend);

    private static Finding DuckDb() => DuckDbLibrary.IsPresent
        ? Finding.Good("DuckDB", $"{TableDatabase.LibraryVersion}, {DuckDbLibrary.Path}")
        : Finding.Missing("DuckDB", "no #!sql and no tables", "npm ci --prefix environment/web --ignore-scripts");

    private static Finding Module(string what, string module)
    {
        try
        {
            return Finding.Good(what, WebModules.Find(module));
        }
        catch (FileNotFoundException)
        {
            return Finding.Missing(what, "no live figures, and no pages that hold them", "npm ci --prefix environment/web --ignore-scripts, then dotnet build -c Release");
        }
    }
}
