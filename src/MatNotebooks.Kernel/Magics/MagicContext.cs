using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session;
using MatNotebooks.Kernel.Session.FSharp;

namespace MatNotebooks.Kernel.Magics;

/// <summary>What a magic may use of the cell it stands in.</summary>
/// <param name="Session">The variables and the compiler.</param>
/// <param name="Cell">The running cell and its channel.</param>
/// <param name="RunCSharp">Runs C# as part of the cell: code, and the line of the cell it starts at (from 0).</param>
/// <param name="Finishing">Called in order when the cell is over, also when it failed.</param>
internal sealed record MagicContext(
    ScriptSession Session, RunningCell Cell, Func<string, int, Task> RunCSharp, IList<Action> Finishing)
{
    /// <summary>The line of the cell the magic's body starts at, from 0.</summary>
    public int BodyLine { get; init; }

    /// <summary>The language of the code around the magic: "csharp" or "fsharp".</summary>
    public string Language { get; init; } = "csharp";

    /// <summary>The text the magic stands in.</summary>
    public required CellOrigin Origin { get; init; }

    /// <summary>Runs another notebook's cell as part of this one: its text, and where it stands.</summary>
    public required Func<string, CellOrigin, Task> RunImported { get; init; }

    /// <summary>Runs F# as part of the cell: code, and the line of the cell it starts at (from 0).</summary>
    public required Func<string, int, Task> RunFSharp { get; init; }

    /// <summary>The F# session; asking for its value starts it.</summary>
    public required Lazy<FSharpSession> FSharp { get; init; }

    /// <summary>The variables of the language the magic stands in.</summary>
    public IEnumerable<NamedValue> Variables => Language == "fsharp" ? FSharp.Value.Variables : Session.Variables.All;

    /// <summary>The functions of the language the magic stands in, where they are no variables: F#'s.</summary>
    public IEnumerable<FSharpFunction> Functions => Language == "fsharp" ? FSharp.Value.Functions : [];

    /// <summary>Makes a C# variable that holds a value not made by C# code.</summary>
    /// <exception cref="MagicException">The name is none that C# allows.</exception>
    public async Task DeclareAsync(string name, Type type, object? value)
    {
        if (!CodeText.IsName(name))
            throw new MagicException($"'{name}' is no name for a variable: it takes letters, digits and _, a letter first, and no word of the language.");
        await RunCSharp($"{TypeNames.InFull(type)} {name} = default;", 0);
        Session.Variables.Set(name, value);
    }

    /// <summary>Shows a value at this place of the cell.</summary>
    public void Show(object? value) => Cell.Channel.Send(new DisplayMessage.Data(ValueFormatter.ToBundle(value), null));
}
