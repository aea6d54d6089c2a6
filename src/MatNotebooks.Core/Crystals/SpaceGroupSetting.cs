using System.Collections.Immutable;

namespace MatNotebooks.Crystals;

/// <summary>One of the 530 settings of the 230 space groups that spglib tabulates.</summary>
/// <param name="Number">Number of the space group, 1 to 230.</param>
/// <param name="Hall">Hall symbol without blanks, small letters.</param>
/// <param name="Names">International symbols, short and full, without blanks, small letters.</param>
/// <param name="Choice">Unique axis, cell choice or origin, such as "b1", "2" or "H"; may be empty.</param>
/// <param name="HallNumber">Row of the table, 1 to 530.</param>
internal sealed record SpaceGroupSetting(int Number, string Hall, ImmutableArray<string> Names, string Choice, int HallNumber)
{
    private static readonly Lazy<ImmutableArray<SpaceGroupSetting>> Table = new(ReadTable);

    /// <summary>All settings, in spglib's order.</summary>
    /// <exception cref="InvalidOperationException">spglib is not installed.</exception>
    public static ImmutableArray<SpaceGroupSetting> All => Table.Value;

    /// <summary>A symbol without blanks, underscores and the setting after a colon, in small letters.</summary>
    public static string Plain(string symbol) => string.Concat(symbol.Split(':')[0].Where(character => character is not (' ' or '_' or '(' or ')'))).ToLowerInvariant();

    /// <summary>The operations of the setting, the identity first.</summary>
    public IReadOnlyList<SymmetryOperation> Operations()
    {
        unsafe
        {
            var rotations = stackalloc int[9 * Spglib.MostOperations];
            var translations = stackalloc double[3 * Spglib.MostOperations];
            var count = Spglib.GetOperations(rotations, translations, HallNumber);
            return [.. SymmetryFinder.Operations(rotations, translations, count)];
        }
    }

    private static unsafe ImmutableArray<SpaceGroupSetting> ReadTable()
    {
        Spglib.Require();
        var settings = ImmutableArray.CreateBuilder<SpaceGroupSetting>(Spglib.Settings);
        for (var hallNumber = 1; hallNumber <= Spglib.Settings; hallNumber++)
        {
            var type = Spglib.GetSpaceGroupType(hallNumber);
            // The long form lists alternatives: "P 2_1/c = P 1 2_1/c 1".
            var names = Spglib.Text(type.International).Split('=').Append(Spglib.Text(type.InternationalShort)).Append(Spglib.Text(type.InternationalFull));
            settings.Add(new(type.Number, HallText(Spglib.Text(type.Hall)), [.. names.Select(Plain).Distinct()], Spglib.Text(type.Choice), hallNumber));
        }
        return settings.MoveToImmutable();
    }

    /// <summary>A Hall symbol for comparison: no blanks, small letters.</summary>
    public static string HallText(string symbol) => string.Concat(symbol.Where(character => character is not (' ' or '_'))).ToLowerInvariant();
}
