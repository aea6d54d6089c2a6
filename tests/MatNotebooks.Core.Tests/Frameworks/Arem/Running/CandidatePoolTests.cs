using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Frameworks.Arem.Running.Models;
using MatNotebooks.Frameworks.Arem.Running.Pools;
using MatNotebooks.Frameworks.Arem.Running.Work;

namespace MatNotebooks.Core.Tests.Frameworks.Arem.Running;

public sealed class CandidatePoolTests
{
    private static readonly PoolDefinition Molecules = new() { Kind = "molecules", Labels = "recorded", Count = 80 };

    [Theory]
    [InlineData("molecules", "recorded")]
    [InlineData("molecules", "computed")]
    [InlineData("octet", "computed")]
    public async Task Candidates_have_names_finite_descriptions_and_a_task(string kind, string labels)
    {
        var pool = CandidatePools.Of(new PoolDefinition { Kind = kind, Labels = labels, Count = 60 }, 0);
        Assert.Equal(pool.Count, Enumerable.Range(0, pool.Count).Select(pool.NameOf).Distinct().Count());
        var last = pool.Count - 1;
        Assert.All(pool.Coarse(last).Concat(pool.Fine(last)), value => Assert.True(double.IsFinite(value)));
        Assert.Equal(pool.Coarse(0).Length, pool.Coarse(last).Length);
        Assert.Equal(pool.Fine(0).Length, pool.Fine(last).Length);
        Assert.NotEqual(pool.Calculator.InputHash(pool.TaskOf(0)), pool.Calculator.InputHash(pool.TaskOf(last)));
        if (labels == "recorded") Assert.InRange(pool.Read(last, (await pool.Calculator.CalculateAsync(pool.TaskOf(last))).Result!)!["gap"], 0, 20);
    }

    [Fact]
    public void A_worker_elsewhere_answers_as_one_here_does()
    {
        var pool = CandidatePools.Of(Molecules, 0);
        var request = new TaskRequest(TaskKind.EncodeFinely, [3, 70]);
        var here = TaskWork.Answer(request, new(() => pool), default);
        var there = WorkProgram.Read(WorkProgram.Answer(WorkProgram.Written(Molecules, 0, request)));
        Assert.Equal(here.Points.SelectMany(point => point), there.Points.SelectMany(point => point));
        Assert.Throws<InvalidDataException>(() => WorkProgram.Answer("no request"));
    }

    [Fact]
    public void A_surrogate_learns_and_says_how_sure_it_is()
    {
        var random = new Random(1);
        double[][] points = [.. Enumerable.Range(0, 60).Select(_ => new[] { random.NextDouble(), random.NextDouble() })];
        double[] scores = [.. points.Select(point => Math.Sin(3 * point[0]) + point[1])];
        var model = SurrogateModel.Train(points, scores, 0);
        var known = SurrogateModel.Ask(model, points[..5], default);
        var far = SurrogateModel.Ask(model, [[9, 9]], default);
        for (var row = 0; row < 5; row++) Assert.Equal(scores[row], known.Means[row], 0.1);
        Assert.True(far.Deviations[0] > 3 * known.Deviations.Max());
    }

    [Fact]
    public void Networks_learn_from_structures_and_are_kept_as_text()
    {
        var pool = CandidatePools.Of(Molecules, 0);
        int[] candidates = [.. Enumerable.Range(0, 16)];
        var request = new TaskRequest(TaskKind.TrainNetwork, candidates) { Scores = [.. candidates.Select(candidate => (double)pool.NameOf(candidate).Length)], Epochs = 8, Seed = 1 };
        var models = new[] { NetworkModel.Train(pool, request, default), NetworkModel.Train(pool, request with { Seed = 2 }, default) };
        var answer = NetworkModel.Ask(pool, new(TaskKind.AskNetworks, candidates) { Models = models });
        var mean = request.Scores.Average();
        var covariance = candidates.Sum(row => (answer.Means[row] - answer.Means.Average()) * (request.Scores[row] - mean));
        Assert.True(covariance > 0, "what networks say has nothing to do with what they learned");
        Assert.All(answer.Deviations, deviation => Assert.True(deviation > 0));
    }
}
