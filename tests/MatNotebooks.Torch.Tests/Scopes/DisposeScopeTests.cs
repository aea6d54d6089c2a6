using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Torch.Tests.Scopes;

public sealed class DisposeScopeTests
{
    [Fact]
    public void What_is_made_inside_ends_with_it_unless_moved_or_detached()
    {
        Tensor inner, moved, detached;
        using (var outer = NewDisposeScope())
        {
            using (var scope = NewDisposeScope())
            {
                inner = ones(1);
                moved = (inner + 1).MoveToOuterDisposeScope();
                detached = (inner + 2).DetachFromDisposeScope();
                Assert.Equal(1, scope.DisposablesCount);
                Assert.Same(scope, CurrentDisposeScope);
            }
            Assert.Equal((true, false, false), (inner.IsInvalid, moved.IsInvalid, detached.IsInvalid));
            Assert.True(outer.Contains(moved));
        }
        Assert.Equal((true, false), (moved.IsInvalid, detached.IsInvalid));
        detached.Dispose();
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void Everything_but_some_can_be_disposed_on_the_way()
    {
        using var scope = NewDisposeScope();
        var gone = ones(1);
        var kept = scope.DisposeEverythingBut(ones(2));
        Assert.Equal((true, false, 1), (gone.IsInvalid, kept.IsInvalid, scope.DisposablesCount));
        scope.DisposeEverything();
        Assert.True(kept.IsInvalid);
    }

    [Fact]
    public void Scopes_of_other_threads_do_not_see_it()
    {
        using var scope = NewDisposeScope();
        Tensor? elsewhere = null;
        var thread = new Thread(() => elsewhere = ones(1));
        thread.Start();
        thread.Join();
        Assert.Equal(0, scope.DisposablesCount);
        elsewhere!.Dispose();
    }

    [Fact]
    public void A_scope_ended_before_an_inner_one_leaves_the_inner_one_working()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        outer.Dispose();
        var x = ones(1);
        Assert.True(inner.Contains(x));
        inner.Dispose();
        Assert.True(x.IsInvalid);
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void Parameters_and_buffers_outlive_the_scope_they_were_made_in()
    {
        nn.Module<Tensor, Tensor> network;
        using (NewDisposeScope())
            network = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2));
        Assert.All(network.parameters(), p => Assert.False(p.IsInvalid));
        Assert.All(network.buffers(), b => Assert.False(b.IsInvalid));
        network.Dispose();
        Assert.All(network.parameters(), p => Assert.True(p.IsInvalid));
    }
}
