using TorchSharp.Native;

namespace MatNotebooks.Torch.Tests.Native;

public sealed class LibtorchFactsTests
{
    [Fact]
    public void A_shim_that_was_never_built_says_how_to_build_it()
        => Assert.Contains("dotnet build", Assert.Throws<DllNotFoundException>(() => LibtorchFacts.Read("/nowhere/libtorch.txt")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_libtorch_that_is_gone_or_another_is_named()
    {
        var facts = LibtorchFacts.Read(Path.Combine(AppContext.BaseDirectory, "libtorch.txt"));
        facts.CheckUnchanged();
        Assert.Contains("rebuild", Assert.Throws<DllNotFoundException>((facts with { Bytes = 1 }).CheckUnchanged).Message, StringComparison.Ordinal);
        Assert.Contains("no longer in /nowhere", Assert.Throws<DllNotFoundException>((facts with { Folder = "/nowhere" }).CheckUnchanged).Message, StringComparison.Ordinal);
    }
}
