using MatNotebooks.Datasets;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Training;
using MatNotebooks.Uncertainty;

namespace MatNotebooks.Kernel.Magics;

/// <summary>A variable that holds crystals with what is known of them.</summary>
internal static class RecordsVariable
{
    /// <summary>Its records.</summary>
    /// <exception cref="MagicException">There is no such variable, or it holds something else.</exception>
    public static IReadOnlyList<StructureRecord> Find(MagicContext context, string magic, string name)
    {
        var variables = context.Variables.ToArray();
        var variable = Array.Find(variables, one => one.Name == name) ?? throw new MagicException(
            $"{magic}: there is no variable '{name}'.{NearestName.Hint(name, variables.Select(one => one.Name))} #!data load NAME --as {name} makes one.");
        var records = variable.Value is IEnumerable<StructureRecord> found ? found.ToArray() : throw new MagicException(
            $"{magic}: {name} is a {variable.Value?.GetType().Name ?? "null"}; it takes a sequence of {nameof(StructureRecord)}, as #!data load NAME --as {name} makes.");
        return records.Length > 0 ? records : throw new MagicException($"{magic}: {name} is empty.");
    }

    /// <summary>Those that have a number; at least two.</summary>
    /// <exception cref="MagicException">No record has one.</exception>
    public static IReadOnlyList<StructureRecord> With(IReadOnlyList<StructureRecord> records, string magic, string name, string target)
    {
        try
        {
            var labelled = records.Where(record => record.Number(target) is not null).ToArray();
            return labelled.Length > 1 ? labelled : throw new MagicException(
                $"{magic}: {labelled.Length} of the {records.Count} rows of {name} have a number '{target}'.{NearestName.Hint(target, records[0].Values.Keys)} The first has {string.Join(", ", records[0].Values.Keys)}.");
        }
        catch (BadRecordException wrong)
        {
            var classes = new ClassLabel(target).Fits(records) ? $" A class is learned by {nameof(CalibratedClassifier)}.Learn({name}, new {nameof(ClassLabel)}(\"{target}\"), new())." : "";
            throw new MagicException($"{magic}: {wrong.Message}{classes}");
        }
    }
}
