using MatNotebooks.Bench.Processes;

namespace MatNotebooks.Core.Tests.Training;

/// <summary>Several processes that train one network together.</summary>
public sealed class PeersTests
{
    [Theory]
    [InlineData("cgcnn")]
    [InlineData("gem-ppm")]
    public void Two_processes_walk_the_course_of_one(string network)
    {
        var alone = PeerWorker.Train(network, crystals: 70, epochs: 2, dies: null); // two steps of 35: shares of 17 and 18
        var together = PeerProcesses.Course(PeerProcesses.Run(2, [network, "70", "2"]));
        Assert.Equal(2, together.Length);
        Assert.All(alone.Zip(together), pair =>
        {
            Assert.Equal(pair.First.Loss, pair.Second.Loss, 1e-5 * Math.Max(1, pair.First.Loss));
            // At rest, biases before a normalisation count, whose gradient is 0 but for rounding, which Adam's first steps enlarge.
            Assert.Equal(pair.First.ValidationError, pair.Second.ValidationError, 1e-3 * Math.Max(1, pair.First.ValidationError));
        });
    }

    [Fact]
    public void When_one_dies_the_other_ends_with_a_word()
    {
        var ended = PeerProcesses.Run(2, ["cgcnn", "20", "40"], rank => rank == 1 ? ["--dies-after", "1"] : []);
        Assert.Equal(42, ended[1].Code);
        Assert.Equal(2, ended[0].Code);
        Assert.Contains("lost one another", ended[0].Output.ReplaceLineEndings(" "));
    }
}
