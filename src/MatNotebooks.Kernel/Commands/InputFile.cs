using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks.Format;

namespace MatNotebooks.Kernel.Commands;

/// <summary>Work on a notebook that somebody named: what is wrong with the file is one line, and the next file goes on.</summary>
internal static class InputFile
{
    /// <summary>Does the work.</summary>
    /// <param name="command">The command's name, for the line.</param>
    /// <param name="path">The file, as typed.</param>
    /// <param name="work">Returns an <see cref="ExitCode"/>.</param>
    /// <returns>What the work returns; <see cref="ExitCode.BadInput"/> where the file is wrong.</returns>
    public static int Attempt(string command, string path, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (NotebookFormatException wrong)
        {
            return Say(command, $"{path}: {wrong.Message}");
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException)
        {
            return Say(command, $"{path}: there is no such notebook. Check the path.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Say(command, $"{path}: {wrong.Message} Check the rights and the space left.");
        }
    }

    /// <summary>Says what is wrong on standard error.</summary>
    /// <returns><see cref="ExitCode.BadInput"/>.</returns>
    public static int Say(string command, string message)
    {
        ConsoleRouting.OutsideError.WriteLine($"matnb {command}: {message}");
        return ExitCode.BadInput;
    }
}
