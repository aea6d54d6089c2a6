using MatNotebooks.Frameworks.Arem.Campaigns;

namespace MatNotebooks.Core.Tests.Frameworks.Arem;

/// <summary>A quadratic hill in eight descriptors, 600 candidates; hits are the best 8 %.</summary>
internal static class HillPool
{
    public static RecordedCampaign Pool { get; } = Make();

    private static RecordedCampaign Make()
    {
        var random = new Random(9);
        double[][] points = [.. Enumerable.Range(0, 600).Select(_ => Enumerable.Range(0, 8).Select(_ => random.NextDouble()).ToArray())];
        double[] scores = [.. points.Select(point => -point.Select((value, axis) => (axis < 4 ? 1 : 0.2) * Math.Pow(value - 0.7, 2)).Sum() + (0.05 * random.NextDouble()))];
        return RecordedCampaign.Of("hill", points, scores, RecordedCampaign.BestShare(scores, 0.08));
    }
}
