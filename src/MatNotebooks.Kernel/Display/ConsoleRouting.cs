using System.Text;

namespace MatNotebooks.Kernel.Display;

/// <summary>
/// Routes what cells write to <see cref="Console"/> into the cell that wrote it. The console is one per process, the
/// running cell one per execution context; text written outside any cell goes where it always went.
/// </summary>
internal static class ConsoleRouting
{
    private static readonly Lock Gate = new();
    private static bool installed;

    /// <summary>The process's own standard output, which no cell captures.</summary>
    public static TextWriter Outside { get; } = Console.Out;

    /// <summary>The process's own standard error.</summary>
    public static TextWriter OutsideError { get; } = Console.Error;

    /// <summary>Replaces the console's two writers and its reader; a second call changes nothing.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (installed)
                return;
            Console.SetOut(new CellWriter(Outside, StandardStream.Output));
            Console.SetError(new CellWriter(OutsideError, StandardStream.Error));
            Console.SetIn(new CellReader());
            installed = true;
        }
    }

    private sealed class CellWriter(TextWriter outside, StandardStream stream) : TextWriter
    {
        public override Encoding Encoding => outside.Encoding;

        public override void Write(char value) => Send(value.ToString());

        public override void Write(string? value) => Send(value ?? "");

        public override void Write(char[] buffer, int index, int count) => Send(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Send(buffer.ToString());

        public override void WriteLine() => Send("\n");

        public override void WriteLine(string? value) => Send(value + "\n");

        public override void Flush()
        {
            if (RunningCell.Current is null)
                outside.Flush();
        }

        private void Send(string text)
        {
            if (text.Length == 0)
                return;
            if (RunningCell.Current is { } cell)
                cell.Channel.Send(new DisplayMessage.Text(stream, text));
            else
                outside.Write(text);
        }
    }
}
