using MatNotebooks.Kernel.Session;
using Microsoft.CodeAnalysis;

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

    [Theory]
    [InlineData("1+1", true)]
    [InlineData("null", true)]
    [InlineData("\"\".FirstOrDefault().GetType().BaseType?.BaseType?.BaseType", true)]
    [InlineData("Console.Beep()", false)]
    [InlineData("await Task.Yield()", false)]
    [InlineData("await Task.FromResult<string>(null)", true)]
    [InlineData("new List<int>()?.Clear()", false)]
    [InlineData("var x = 1;", false)]
    public void Nothing_is_shown_of_what_has_no_value(string code, bool shown) =>
        Assert.Equal(shown, new SubmissionCompiler(Path.GetTempPath(), _ => { }).Compile(code, "cell", CancellationToken.None).Shows(null));

    [Fact]
    public void A_later_cell_takes_its_references_over_as_they_are_bound_and_sees_what_was_declared()
    {
        var compiler = new SubmissionCompiler(Path.GetTempPath(), _ => { });
        compiler.Accept(compiler.Compile("record Row(int Size); var row = new Row(2);", "first", CancellationToken.None));
        var library = typeof(Xunit.FactAttribute).Assembly.Location;
        Assert.Throws<CompilationFailedException>(() => compiler.Compile("typeof(Xunit.FactAttribute)", "second", CancellationToken.None));
        compiler.Accept(compiler.Compile($"#r \"{library}\"\ntypeof(Xunit.FactAttribute)", "second", CancellationToken.None));
        compiler.Accept(compiler.Compile("row.Size + typeof(Xunit.FactAttribute).Name.Length", "third", CancellationToken.None));
    }

    [Fact]
    public void Assemblies_that_hold_no_types_are_left_out_until_one_is_asked_for()
    {
        var names = SessionReferences.Default.Select(reference => Path.GetFileNameWithoutExtension(reference.Display)).ToArray();
        Assert.Contains("System.Private.CoreLib", names);
        Assert.Contains("System.Runtime", names); // MatNotebooks itself refers to it
        Assert.DoesNotContain("mscorlib", names);
        var asked = new ReferenceDirectives(Path.GetTempPath(), _ => { }).ResolveMissingAssembly(SessionReferences.Default[0], new("mscorlib"));
        Assert.Equal("mscorlib.dll", Path.GetFileName(asked?.Display));
    }

    /// <summary>Notes on a hundred assemblies were three quarters of a short cell's symbols.</summary>
    [Fact]
    public void The_symbols_of_a_cell_hold_no_notes_on_the_assemblies_it_could_use()
    {
        var symbols = new SubmissionCompiler(Path.GetTempPath(), _ => { }).Compile("1 + 1", "cell", CancellationToken.None).Symbols;
        Assert.DoesNotContain("System.Net.Http", System.Text.Encoding.UTF8.GetString(symbols));
        Assert.InRange(symbols.Length, 1, 6000);
    }

    [Fact]
    public void An_assembly_of_the_program_that_is_named_again_stays_one()
    {
        var compiler = new SubmissionCompiler(Path.GetTempPath(), _ => { });
        compiler.Accept(compiler.Compile("var lattice = Lattice.Cubic(4); display(lattice);", "first", CancellationToken.None));
        compiler.Accept(compiler.Compile($"#r \"{typeof(Crystals.Lattice).Assembly.Location}\"\n#r \"System.Net.Http\"\n#r \"System.Text.Json.dll\"\ndisplay(lattice); Lattice same = lattice;", "second", CancellationToken.None));
        Assert.Throws<CompilationFailedException>(() => compiler.Compile("#r \"nowhere.dll\"\n1", "third", CancellationToken.None));
    }

    [Fact]
    public void A_cell_that_fails_leaves_its_references_to_the_next()
    {
        var compiler = new SubmissionCompiler(Path.GetTempPath(), _ => { });
        Assert.Throws<CompilationFailedException>(() => compiler.Compile("missing", "first", CancellationToken.None));
        compiler.Accept(compiler.Compile("Enumerable.Range(0, 3).Sum()", "second", CancellationToken.None));
        Assert.True(compiler.Compile("new List<Crystal>().Count", "third", CancellationToken.None).Shows(null));
    }

    /// <summary>Stopped while it writes the cell's documentation, Roslyn reports an error CS1569 and does not throw.</summary>
    [Fact]
    public void A_compilation_that_is_stopped_is_no_error_of_the_code()
    {
        var compiler = new SubmissionCompiler(Path.GetTempPath(), _ => { });
        var code = string.Concat(Enumerable.Range(0, 300).Select(number => $"/// <summary>Number {number}.</summary>\nenum Number{number} {{ One }}\n")) + "1";
        compiler.Compile(code, "cell", CancellationToken.None);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        compiler.Compile(code, "cell", CancellationToken.None);
        var whole = watch.Elapsed;
        const int Parts = 100;
        for (var part = 1; part < Parts; part++)
        {
            using var stop = new CancellationTokenSource(whole * part / Parts);
            var thrown = Record.Exception(() => compiler.Compile(code, "cell", stop.Token));
            Assert.True(thrown is null or OperationCanceledException, $"stopped after {part} of {Parts} parts: {thrown}");
        }
    }
}
