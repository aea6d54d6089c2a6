using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>Which steps of padded sequences are real: each sequence begins at step 0 and ends where its length says.</summary>
internal sealed class StepMask
{
    private readonly Tensor like;

    /// <param name="lengths">Steps of each sequence, at least 1, (sequences).</param>
    /// <param name="like">A tensor of the wanted type and device.</param>
    public StepMask(int[] lengths, Tensor like)
    {
        (Lengths, Longest, this.like) = (lengths, lengths.Max(), like);
        var real = new float[lengths.Length * Longest];
        for (var sequence = 0; sequence < lengths.Length; sequence++) real.AsSpan(sequence * Longest, lengths[sequence]).Fill(1);
        Real = tensor(real, [lengths.Length, Longest, 1], like.dtype, like.device);
        Padding = Real.squeeze(2).eq(0);
        Counts = tensor([.. lengths.Select(length => (float)length)], [lengths.Length, 1], like.dtype, like.device);
    }

    /// <summary>Steps of each sequence, (sequences).</summary>
    public int[] Lengths { get; }

    /// <summary>Steps of the longest sequence.</summary>
    public int Longest { get; }

    /// <summary>1 for real steps, 0 for padding, (sequences, longest, 1).</summary>
    public Tensor Real { get; }

    /// <summary>True for padding, (sequences, longest).</summary>
    public Tensor Padding { get; }

    /// <summary>Steps of each sequence, (sequences, 1).</summary>
    public Tensor Counts { get; }

    /// <summary>The mean over real steps, (sequences, longest, width) to (sequences, width).</summary>
    public Tensor Mean(Tensor steps) => (steps * Real).sum(1) / Counts;

    /// <summary>The last real step, (sequences, longest, width) to (sequences, width).</summary>
    public Tensor Last(Tensor steps)
    {
        int[] rows = [.. Lengths.Select((length, sequence) => (sequence * Longest) + length - 1)];
        return GatherRows.Of(steps.reshape(-1, steps.shape[2]), new RowGroups(rows, Lengths.Length * Longest));
    }

    /// <summary>The mask of sequences half as long, rounded up.</summary>
    public StepMask Halved() => new([.. Lengths.Select(length => (length + 1) / 2)], like);
}
