using System.Diagnostics;
using MatNotebooks.Tests;

namespace MatNotebooks.Torch.Tests.Native;

public sealed class FindLibtorchTests
{
    [Fact]
    public void One_is_found_and_the_reason_said()
    {
        var (code, text) = Run();
        Assert.Equal(0, code);
        Assert.Matches(@"^libtorch [12]\.\d+(\.\d+)? \((cpu|cuda)\) in /\S+: (the system's|the torch package of |LIBTORCH)", text);
    }

    [Fact]
    public void The_build_is_told_version_place_and_size()
    {
        var (code, text) = Run("--lines");
        Assert.Equal(0, code);
        var lines = text.Trim().Split('\n');
        Assert.Equal(7, lines.Length);
        Assert.True(File.Exists(Path.Combine(lines[3], "libtorch_cpu.so")));
        Assert.True(long.Parse(lines[6], System.Globalization.CultureInfo.InvariantCulture) > 1_000_000);
    }

    [Fact]
    public void A_folder_without_one_is_named_with_the_mend()
    {
        var (code, text) = Run(variable: "/nowhere");
        Assert.Equal(1, code);
        Assert.Contains("LIBTORCH is '/nowhere'", text, StringComparison.Ordinal);
        Assert.Contains("mend or unset it", text, StringComparison.Ordinal);
        Assert.Single(text.Trim().Split('\n'));
    }

    [Fact]
    public void A_version_that_is_too_old_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("libtorch");
        try
        {
            var header = Path.Combine(folder.FullName, "include/torch/csrc/api/include/torch");
            Directory.CreateDirectory(header);
            Directory.CreateDirectory(Path.Combine(folder.FullName, "lib"));
            File.WriteAllText(Path.Combine(header, "version.h"), "#define TORCH_VERSION_MAJOR 1\n#define TORCH_VERSION_MINOR 8\n#define TORCH_VERSION_PATCH 1\n");
            File.WriteAllText(Path.Combine(folder.FullName, "lib/libtorch_cpu.so"), "");
            var (code, text) = Run(variable: folder.FullName);
            Assert.Equal(1, code);
            Assert.Contains("libtorch 1.8.1 is neither 1.13 nor 2.x", text, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Code, string Text) Run(string arguments = "", string? variable = null)
    {
        var script = Path.Combine(SharedData.RepositoryFolder, "src/MatNotebooks.Torch/native/find-libtorch.sh");
        var start = new ProcessStartInfo("bash", $"\"{script}\" {arguments}") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("LIBTORCH");
        if (variable is not null)
            start.Environment["LIBTORCH"] = variable;
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text);
    }
}
