using System.Reflection;

namespace MatNotebooks.Kernel.Session;

/// <summary>The variables of a session: the fields of the objects that ran cells have become.</summary>
internal sealed class SessionVariables
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (FieldInfo Field, object Owner)> current = new(StringComparer.Ordinal);

    /// <summary>The names that are visible now, in alphabetical order.</summary>
    public IEnumerable<string> Names => Visible().Select(variable => variable.Key);

    /// <summary>All that are visible now, in alphabetical order of their names.</summary>
    public IEnumerable<NamedValue> All => Visible().Select(variable =>
        new NamedValue(variable.Key, variable.Value.Field.FieldType, variable.Value.Field.GetValue(variable.Value.Owner)));

    /// <summary>Takes in the fields of one more cell; they hide older ones of the same name.</summary>
    /// <returns>The older ones, which nobody can name any more.</returns>
    public IReadOnlyList<(FieldInfo Field, object Owner)> Add(object submission)
    {
        var hidden = new List<(FieldInfo, object)>();
        foreach (var field in submission.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (field.Name.StartsWith('<'))
                continue;
            lock (gate)
            {
                if (current.TryGetValue(field.Name, out var older))
                    hidden.Add(older);
                current[field.Name] = (field, submission);
            }
        }
        return hidden;
    }

    /// <summary>Gives a variable another value of its type.</summary>
    /// <exception cref="ArgumentException">The value is not of the variable's type.</exception>
    public void Set(string name, object? value)
    {
        (FieldInfo Field, object Owner) variable;
        lock (gate)
            variable = current[name];
        variable.Field.SetValue(variable.Owner, value);
    }

    /// <summary>The variable's value and declared type; false when there is no such variable.</summary>
    public bool TryGet(string name, out object? value, out Type type)
    {
        bool found;
        (FieldInfo Field, object Owner) variable;
        lock (gate)
            found = current.TryGetValue(name, out variable);
        value = found ? variable.Field.GetValue(variable.Owner) : null;
        type = found ? variable.Field.FieldType : typeof(void);
        return found;
    }

    private KeyValuePair<string, (FieldInfo Field, object Owner)>[] Visible()
    {
        lock (gate)
            return [.. current.OrderBy(variable => variable.Key, StringComparer.Ordinal)];
    }
}
