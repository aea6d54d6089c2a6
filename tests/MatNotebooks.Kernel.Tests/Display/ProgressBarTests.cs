using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Tests.Display;

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
}
