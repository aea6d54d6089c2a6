using MatNotebooks.Cluster.Slurm;

namespace MatNotebooks.Core.Tests.Cluster.Slurm;

public sealed class SlurmNodesTests
{
    [Fact]
    public void Nodes_that_drain_or_do_not_answer_take_no_work() =>
        Assert.Equal(["n1", "n4"], SlurmNodes.Read("n1|mixed\nn2|draining\nn3|idle*\nn4|allocated\nn1|mixed\nn5|down\n").Order());
}
