namespace MatNotebooks.Kernel.Tests.Commands;

/// <summary>matnb similar as a practitioner types it.</summary>
public sealed class SimilarCommandTests : NotebookFolder
{
    private const string RockSalt = "NaCl\n1\n0 2.82 2.82\n2.82 0 2.82\n2.82 2.82 0\nNa Cl\n1 1\nDirect\n0 0 0\n0.5 0.5 0.5\n";

    [Fact]
    public async Task Rock_salt_is_most_like_rock_salt()
    {
        File.WriteAllText(PathOf("POSCAR"), RockSalt);
        var found = await Run("similar", PathOf("POSCAR"), "--k", "3");
        Assert.True((found.ExitCode, found.Error) == (0, ""), found.Error + found.Output);
        Assert.Contains("3 of 912 crystals most like NaCl, by codes of 16 bytes", found.Output);
        Assert.Matches(@" 1  octet-NaCl-rocksalt-5\.6\d+ +NaCl +0\.\d+", found.Output);
    }

    [Fact]
    public async Task What_cannot_be_searched_is_one_line()
    {
        File.WriteAllText(PathOf("POSCAR"), RockSalt);
        Assert.Equal((2, "matnb similar: There is no data set 'octett'"), Begin(await Run("similar", PathOf("POSCAR"), "--in", "octett"), 44));
        Assert.Equal((2, "matnb similar: 0 similar crystals were asked for"), Begin(await Run("similar", PathOf("POSCAR"), "--k", "0"), 48));
        Assert.Equal((2, "matnb similar: 0 bytes per crystal were asked for"), Begin(await Run("similar", PathOf("POSCAR"), "--bytes", "0"), 49));
        Assert.Equal(2, (await Run("similar", PathOf("absent.cif"))).ExitCode);

        static (int, string) Begin(Matnb.Outcome run, int length) => (run.ExitCode, run.Error[..Math.Min(length, run.Error.Length)]);
    }
}
