namespace MatNotebooks.Kernel.Display;

/// <summary>What cells read from <see cref="Console.In"/>: lines the user is asked for; outside a cell, the process's standard input.</summary>
internal sealed class CellReader : TextReader
{
    private readonly Lazy<TextReader> outside = new(() => new StreamReader(Console.OpenStandardInput()));
    private readonly Lock gate = new();
    private string line = ""; // what Read has not yet given away

    public override int Peek()
    {
        lock (gate)
            return Ahead() ? line[0] : -1;
    }

    public override int Read()
    {
        lock (gate)
        {
            if (!Ahead())
                return -1;
            var letter = line[0];
            line = line[1..];
            return letter;
        }
    }

    public override string? ReadLine()
    {
        lock (gate)
        {
            if (line.Length == 0)
                return Next();
            var rest = line.TrimEnd('\n');
            line = "";
            return rest;
        }
    }

    private bool Ahead()
    {
        if (line.Length == 0 && Next() is { } next)
            line = next + "\n";
        return line.Length > 0;
    }

    private string? Next() => RunningCell.Current is { Channel: IInputChannel user } cell
        ? user.Ask("", hidden: false, cell.Cancellation)
        : outside.Value.ReadLine();
}
