using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Commands.Learning;

/// <summary>Crystals with known values, from a file, a folder or the catalogue.</summary>
internal static class LabelledData
{
    /// <summary>Reads those that have a target, a number or a class, and says how many have not.</summary>
    /// <param name="data">Path of a .jsonl(.gz) file or of a folder of CIF files with id_prop.csv, or the name of a data set.</param>
    /// <param name="target">Key of the number or class.</param>
    /// <exception cref="InvalidDataException">Nothing can be learned from it; the message says why.</exception>
    public static IReadOnlyList<StructureRecord> Read(string data, string target)
    {
        var all = All(data).ToArray();
        if (all.Length == 0) throw new InvalidDataException($"{data} holds no crystal.");
        var labelled = all.Where(record => record.Text(target) is not null).ToArray();
        if (labelled.Length == 0)
            throw new InvalidDataException(
                $"none of the {all.Length} crystals of {data} has a number or class '{target}'.{NearestName.Hint(target, all[0].Values.Keys)} The first has {string.Join(", ", all[0].Values.Keys)}.");
        if (labelled.Length < all.Length)
            ModelWork.Say($"{all.Length - labelled.Length} of {all.Length} crystals have no {target} and are left out");
        return labelled;
    }

    private static IEnumerable<StructureRecord> All(string data)
    {
        if (File.Exists(data) || Directory.Exists(data))
            return StructureRecords.Read(data, bad => ConsoleRouting.OutsideError.WriteLine($"left out: {bad}"));
        try
        {
            return DatasetCatalogue.Find(data).ReadStructures();
        }
        catch (KeyNotFoundException)
        {
            throw new InvalidDataException(
                $"'{data}' is neither a file, nor a folder, nor a data set.{NearestName.Hint(data, DatasetCatalogue.All.Select(entry => entry.Name))} matnb data list names the sets.");
        }
    }
}
