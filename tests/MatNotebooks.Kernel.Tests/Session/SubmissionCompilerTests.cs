using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Tests.Session;

public sealed class SubmissionCompilerTests
{
    /// <summary>Five hundred cells took more than a gigabyte when each named the references of those before it again.</summary>
    [Fact]
    public void A_later_cell_names_no_references_again()
    {
        var compiler = new SubmissionCompiler(Path.GetTempPath(), _ => { });
        var first = compiler.Compile("1 + 1", "first", CancellationToken.None);
        compiler.Accept(first);
        var later = first;
        for (var cell = 0; cell < 5; cell++)
        {
            later = compiler.Compile("1 + 1", "later", CancellationToken.None);
            compiler.Accept(later);
        }
        Assert.NotEmpty(first.Compilation.ExternalReferences);
        Assert.Empty(later.Compilation.ExternalReferences);
    }

    [Fact]
    public void A_cell_that_fails_leaves_its_references_to_the_next()
    {
        var compiler = new SubmissionCompiler(Path.GetTempPath(), _ => { });
        Assert.Throws<CompilationFailedException>(() => compiler.Compile("missing", "first", CancellationToken.None));
        compiler.Accept(compiler.Compile("Enumerable.Range(0, 3).Sum()", "second", CancellationToken.None));
        Assert.True(compiler.Compile("new List<Crystal>().Count", "third", CancellationToken.None).HasValue);
    }
}
