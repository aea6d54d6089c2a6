using System.CommandLine;

namespace MatNotebooks.Kernel.Magics;

/// <summary>A line of a cell that begins with <c>#!</c>: an order to the notebook rather than code.</summary>
internal interface IMagic
{
    /// <summary>The first word, as "#!time".</summary>
    string Name { get; }

    /// <summary>One line for <c>#!lsmagic</c> and <c>-h</c>.</summary>
    string Summary { get; }

    /// <summary>True when the lines below it, up to the next such magic, are its text rather than C#.</summary>
    bool TakesBody { get; }

    /// <summary>Where in its line its text begins already; the length of the line where it begins below.</summary>
    /// <param name="line">The line, with the magic's name at its start.</param>
    int BodyStart(string line) => line.Length;

    /// <summary>Its arguments and options; "-h" is added by the caller.</summary>
    void Describe(Command command);

    /// <summary>Does it.</summary>
    /// <param name="arguments">The parsed line.</param>
    /// <param name="body">The lines below when <see cref="TakesBody"/>, else empty.</param>
    /// <param name="context">The cell it stands in.</param>
    /// <exception cref="MagicException">It cannot be done, and the message says what to write instead.</exception>
    Task RunAsync(ParseResult arguments, string body, MagicContext context);
}
