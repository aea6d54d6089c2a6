using MatNotebooks.Cluster.Slurm;

namespace MatNotebooks.Core.Tests.Cluster.Slurm;

public sealed class SlurmNodesTests
{
    [Fact]
    public void Cores_of_nodes_that_take_work_are_counted_once()
    {
        var nodes = SlurmNodes.Read("n1|mixed|3/5/0/8\nn2|draining|4/0/4/8\nn3|idle*|0/8/0/8\nn4|allocated|8/0/0/8\nn1|mixed|3/5/0/8\nn5|down|0/0/8/8\n");
        Assert.Equal(16, nodes.Cores);
        Assert.Equal("n1, n2 (draining), n3 (idle*), n4, n5 (down)", nodes.Words);
        Assert.Equal(0, SlurmNodes.Read("").Cores);
    }
}
