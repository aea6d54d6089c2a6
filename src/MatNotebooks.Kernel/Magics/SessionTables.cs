using System.Collections;
using System.Data;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Magics;

/// <summary>The variables of the session that SQL may take for tables: those of the cell's language first, then those of the other.</summary>
internal sealed class SessionTables(MagicContext context)
{
    private readonly NamedValue[] variables =
    [
        .. context.Variables.Concat(context.Language == "fsharp" ? context.Session.Variables.All : context.FSharp.IsValueCreated ? context.FSharp.Value.Variables : [])
            .DistinctBy(variable => variable.Name),
    ];

    public IEnumerable<string> Names => variables.Select(variable => variable.Name);

    /// <summary>What a variable holds; null where there is none of the name.</summary>
    public object? ValueOf(string name) => Array.Find(variables, variable => variable.Name == name)?.Value;

    /// <summary>The rows of the variable that SQL means, which does not tell upper from lower case; null where there is none.</summary>
    public object? Find(string name)
    {
        var alike = variables.Where(variable => variable.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && Holds(variable.Value)).ToArray();
        return (alike.FirstOrDefault(variable => variable.Name == name) ?? (alike.Length == 1 ? alike[0] : null))?.Value;
    }

    public bool IsTable(string name) => Holds(ValueOf(name));

    /// <summary>" Did you mean ...?", or what a variable of that name is instead of a table.</summary>
    public string Hint(string name) => Array.Find(variables, variable => variable.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } variable
        ? $" The variable {variable.Name} is {(variable.Value is null ? "null" : "a " + TypeNames.Of(variable.Type))}, which makes no table."
        : NearestName.Hint(name, variables.Where(one => Holds(one.Value)).Select(one => one.Name));

    private static bool Holds(object? value) => value is System.Data.DataTable or (IEnumerable and not string);
}
