using System.Text.Json;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Tests.Display;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Training;

namespace MatNotebooks.Kernel.Tests.Visuals;

public sealed class LiveTrainingPlotTests
{
    private readonly HandClock clock = new();
    private readonly RecordedChannel channel = new();

    [Fact]
    public void It_draws_at_most_twice_a_second_and_ends_with_a_living_figure()
    {
        using var scope = new RunningCell(channel, 1, CancellationToken.None).Enter();
        using (var live = new LiveTrainingPlot(clock))
        {
            Train(live, epochs: 2000, secondsEach: 0.01); // 20 s
            Assert.InRange(Updates().Length, 36, 40);
        }
        var shown = Assert.Single(channel.Messages.OfType<DisplayMessage.Data>());
        Assert.All(Updates(), update => Assert.Equal(shown.Id, update.Id));
        Assert.All(Updates()[..^1], update => Assert.Equal(["image/svg+xml", "text/plain"], update.Bundle.Forms.Keys));
        Assert.Contains("application/vnd.plotly.v1+json", Updates()[^1].Bundle.Forms.Keys);
        Assert.Contains("2000 epochs", Updates()[^1].Bundle.PlainText);
    }

    [Fact]
    public void However_long_the_history_a_running_picture_stays_small()
    {
        using var scope = new RunningCell(channel, 1, CancellationToken.None).Enter();
        using var live = new LiveTrainingPlot(clock);
        Train(live, epochs: 5000, secondsEach: 0.05);
        Assert.All(Updates(), update => Assert.InRange(JsonSerializer.Serialize(update.Bundle.Forms).Length, 1000, 40_000));
        Assert.Equal(5000, live.Epochs.Count);
    }

    [Fact]
    public void The_last_epoch_before_a_pause_is_shown_without_another()
    {
        using var scope = new RunningCell(channel, 1, CancellationToken.None).Enter();
        using var live = new LiveTrainingPlot(clock);
        Train(live, epochs: 3, secondsEach: 0.1);
        Assert.Empty(Updates());
        clock.Advance(0.4);
        Assert.Contains("epoch 3 of 3", Assert.Single(Updates()).Bundle.PlainText);
        clock.Advance(10);
        Assert.Single(Updates());
    }

    [Fact]
    public void Without_an_epoch_nothing_is_shown()
    {
        using var scope = new RunningCell(channel, 1, CancellationToken.None).Enter();
        new LiveTrainingPlot(clock).Dispose();
        Assert.Empty(channel.Messages);
    }

    private DisplayMessage.Update[] Updates() => [.. channel.Messages.OfType<DisplayMessage.Update>()];

    private void Train(LiveTrainingPlot live, int epochs, double secondsEach)
    {
        for (var number = 1; number <= epochs; number++)
        {
            clock.Advance(secondsEach);
            var error = 0.05 + Math.Exp(-number / 50.0);
            live.Report(new("GEM-PPM", new(number, error, 1.1 * error, 1e-3), epochs, clock.Now, TimeSpan.FromSeconds(secondsEach * (epochs - number))));
        }
    }
}
