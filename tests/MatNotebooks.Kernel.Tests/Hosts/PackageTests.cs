using System.Diagnostics;
using System.IO.Compression;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Tests;
using Microsoft.DotNet.Interactive.Formatting;

namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>What .NET Interactive finds in the package: its extension script, and figures by the real formatting package.</summary>
public sealed class PackageTests
{
    private const string Entry = "interactive-extensions/dotnet/extension.dib";

    [Fact]
    public async Task The_package_carries_the_extension_that_registers_the_figures()
    {
        var output = Directory.CreateTempSubdirectory("matnb-pack-");
        try
        {
            var project = Path.Combine(SharedData.RepositoryFolder, "src", "MatNotebooks.Kernel");
            var configuration = AppContext.BaseDirectory.Contains("/Debug/", StringComparison.Ordinal) ? "Debug" : "Release";
            using var pack = Process.Start(new ProcessStartInfo("dotnet", ["pack", project, "-c", configuration, "--no-build", "--nologo", "-o", output.FullName]) { RedirectStandardOutput = true })!;
            var said = await pack.StandardOutput.ReadToEndAsync();
            await pack.WaitForExitAsync();
            Assert.True(pack.ExitCode == 0, said);
            using var package = ZipFile.OpenRead(output.GetFiles("*.nupkg").Single().FullName);
            using var script = new StreamReader(package.GetEntry(Entry)!.Open());
            Assert.Contains($"{typeof(InteractiveFigures).FullName}.{nameof(InteractiveFigures.Register)}()", await script.ReadToEndAsync());
            Assert.NotNull(package.GetEntry("lib/net10.0/matnb.dll"));
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    [Fact]
    public void Once_registered_a_figure_shows_by_the_formatting_package_and_the_first_brings_its_library()
    {
        InteractiveFigures.Register();
        var figure = new LinePlot([1, 2, 3], [4, 5, 6]);
        Assert.Equal("text/html", Formatter.GetPreferredMimeTypesFor(figure.GetType()).First());
        var first = figure.ToDisplayString("text/html");
        Assert.Contains("provide(\"plotly\"", first);
        var second = figure.ToDisplayString("text/html");
        Assert.DoesNotContain("provide(", second);
        Assert.Contains("data-matnb", second);
        Assert.Equal(figure.ToMimeBundle().PlainText, figure.ToDisplayString("text/plain"));
        Assert.Contains("provide(\"viewer\"", new CrystalView(Visuals.Crystals.RockSalt).ToDisplayString("text/html"));
    }
}
