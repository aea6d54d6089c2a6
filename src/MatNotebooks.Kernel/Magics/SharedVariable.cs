using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session;
using MatNotebooks.Kernel.Session.FSharp;

namespace MatNotebooks.Kernel.Magics;

/// <summary>A variable on its way from one language to the other.</summary>
internal static class SharedVariable
{
    private const string CSharp = "csharp";
    private const string FSharp = "fsharp";

    /// <summary>Makes a variable of another language one of the language the magic stands in.</summary>
    /// <exception cref="MagicException">There is no such language or variable, or its type has no name here.</exception>
    public static Task TakeAsync(MagicContext context, string from, string name, string target)
    {
        // #!value, in .NET Interactive a store of its own, makes C# variables here.
        from = from == "value" ? CSharp : from;
        if (from is not (CSharp or FSharp))
            throw new MagicException($"There is no language '{from}' to take {name} from.{NearestName.Hint(from, [CSharp, FSharp])} There are csharp and fsharp.");
        var variable = Find(context, from, name);
        if (context.Language == FSharp)
        {
            BindInFSharp(context, target, variable);
            return Task.CompletedTask;
        }
        return context.DeclareAsync(target, variable.Type, variable.Value);
    }

    /// <summary>Binds a value in F#.</summary>
    public static void BindInFSharp(MagicContext context, string target, NamedValue variable)
    {
        if (!CodeText.IsName(target))
            throw new MagicException($"'{target}' is no name for a variable: it takes letters, digits and _, a letter first.");
        var type = FSharpTypeName.Of(variable.Type) ?? throw new MagicException(
            $"{variable.Name} is of type {TypeNames.Of(variable.Type)}, which a C# cell declares and F# cannot name. Share its numbers and texts, as tuples or arrays.");
        context.FSharp.Value.Bind(target, type, variable.Value);
    }

    private static NamedValue Find(MagicContext context, string language, string name)
    {
        var variables = (language == CSharp ? context.Session.Variables.All : context.FSharp.Value.Variables).ToArray();
        return Array.Find(variables, variable => variable.Name == name) ?? throw new MagicException(
            $"There is no variable '{name}' in {language}.{NearestName.Hint(name, variables.Select(variable => variable.Name))}");
    }
}
