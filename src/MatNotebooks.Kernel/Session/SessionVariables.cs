using System.Reflection;

namespace MatNotebooks.Kernel.Session;

/// <summary>The variables of a session: the fields of the objects that ran cells have become.</summary>
internal sealed class SessionVariables
{
    private readonly Dictionary<string, (FieldInfo Field, object Owner)> current = new(StringComparer.Ordinal);

    /// <summary>The names that are visible now, in alphabetical order.</summary>
    public IEnumerable<string> Names => current.Keys.Order(StringComparer.Ordinal);

    /// <summary>All that are visible now, in alphabetical order of their names.</summary>
    public IEnumerable<NamedValue> All => Names.Select(name => new NamedValue(name, current[name].Field.FieldType, current[name].Field.GetValue(current[name].Owner)));

    /// <summary>Takes in the fields of one more cell; they hide older ones of the same name.</summary>
    /// <returns>The older ones, which nobody can name any more.</returns>
    public IReadOnlyList<(FieldInfo Field, object Owner)> Add(object submission)
    {
        var hidden = new List<(FieldInfo, object)>();
        foreach (var field in submission.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (field.Name.StartsWith('<'))
                continue;
            if (current.TryGetValue(field.Name, out var older))
                hidden.Add(older);
            current[field.Name] = (field, submission);
        }
        return hidden;
    }

    /// <summary>Gives a variable another value of its type.</summary>
    /// <exception cref="ArgumentException">The value is not of the variable's type.</exception>
    public void Set(string name, object? value)
    {
        var (field, owner) = current[name];
        field.SetValue(owner, value);
    }

    /// <summary>The variable's value and declared type; false when there is no such variable.</summary>
    public bool TryGet(string name, out object? value, out Type type)
    {
        var found = current.TryGetValue(name, out var variable);
        value = found ? variable.Field.GetValue(variable.Owner) : null;
        type = found ? variable.Field.FieldType : typeof(void);
        return found;
    }
}
