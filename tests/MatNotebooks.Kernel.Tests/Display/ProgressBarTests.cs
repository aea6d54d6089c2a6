using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Tests.Visuals;

namespace MatNotebooks.Kernel.Tests.Display;

/// <summary>Not beside the tests that change how bars of the process show.</summary>
[Collection(nameof(Magics.ScienceMagicTests))]
public sealed class ProgressBarTests
{
    private sealed record Step(int Epoch);

    [Fact]
    public void It_fills_in_place_and_always_shows_the_end()
    {
        var channel = new RecordedChannel();
        using var scope = new RunningCell(channel, 1, CancellationToken.None).Enter();
        var bar = new ProgressBar("training");
        var steps = bar.For<Step>(step => step.Epoch / 1000.0, step => $"epoch {step.Epoch}");
        for (var epoch = 0; epoch <= 1000; epoch++)
            steps.Report(new Step(epoch));

        var shown = Assert.Single(channel.Messages.OfType<DisplayMessage.Data>());
        var updates = channel.Messages.OfType<DisplayMessage.Update>().ToArray();
        Assert.InRange(updates.Length, 1, 100);
        Assert.All(updates, update => Assert.Equal(shown.Id, update.Id));
        Assert.StartsWith("training [████████████████████████] 100 % in ", updates[^1].Bundle.PlainText, StringComparison.Ordinal);
        Assert.EndsWith("epoch 1000", updates[^1].Bundle.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_comes_too_early_is_shown_when_its_time_has_come()
    {
        var (channel, clock) = (new RecordedChannel(), new HandClock());
        using var scope = new RunningCell(channel, 1, CancellationToken.None).Enter();
        using var bar = new ProgressBar("training", clock);
        bar.Report(0.1, "first");
        bar.Report(0.2, "second");
        bar.Report(0.3, "third");
        Assert.Equal("first", Assert.Single(Words(channel)));
        clock.Advance(0.099);
        Assert.Single(Words(channel));
        clock.Advance(0.001);
        Assert.Equal(["first", "third"], Words(channel));
        clock.Advance(10);
        Assert.Equal(2, Words(channel).Length);
    }

    [Fact]
    public void Its_end_shows_what_waits_once()
    {
        var (channel, clock) = (new RecordedChannel(), new HandClock());
        using var scope = new RunningCell(channel, 1, CancellationToken.None).Enter();
        var bar = new ProgressBar("training", clock);
        bar.Report(0.1, "first");
        bar.Report(0.6, "last");
        bar.Dispose();
        bar.Dispose();
        bar.Report(0.9, "too late");
        clock.Advance(10);
        Assert.Equal(["first", "last"], Words(channel));
        Assert.Equal(0.6, bar.Fraction);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 0)]
    public void Amounts_outside_are_brought_inside(double value, double expected)
    {
        var bar = new ProgressBar("x");
        bar.Report(value);
        Assert.Equal(expected, bar.Fraction);
    }

    [Fact]
    public void Its_token_is_the_cells()
    {
        using var source = new CancellationTokenSource();
        using var scope = new RunningCell(new RecordedChannel(), 1, source.Token).Enter();
        Assert.Equal(source.Token, new ProgressBar("x").Token);
    }

    [Fact]
    public void An_interrupted_bar_says_so()
    {
        var channel = new RecordedChannel();
        using var source = new CancellationTokenSource();
        using var scope = new RunningCell(channel, 1, source.Token).Enter();
        var bar = new ProgressBar("training");
        bar.Report(0.43);
        Assert.Contains("class=\"matnb-stop\"", (string?)bar.ToMimeBundle().Forms["text/html"], StringComparison.Ordinal);
        source.Cancel();
        var last = channel.Messages.OfType<DisplayMessage.Update>().Last().Bundle;
        Assert.EndsWith("43 %, stopped", last.PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain("matnb-stop", (string?)last.Forms["text/html"], StringComparison.Ordinal);
    }

    private static string[] Words(RecordedChannel channel) =>
        [.. channel.Messages.OfType<DisplayMessage.Update>().Select(update => update.Bundle.PlainText!.Split(" · ")[^1])];
}
