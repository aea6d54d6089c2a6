using System.Runtime.InteropServices;

namespace MatNotebooks.Crystals;

/// <summary>The functions of spglib's C library that are used. They keep no state between calls and may run in parallel.</summary>
/// <remarks>Source: spglib.h of spglib 2.0.2 (Debian libsymspg1). Lattices are row-major with the vectors as columns.</remarks>
internal static unsafe partial class Spglib
{
    private const string Library = "libsymspg.so.1";

    /// <summary>Number of entries in the table of space group settings.</summary>
    public const int Settings = 530;

    /// <summary>Most operations of one setting.</summary>
    public const int MostOperations = 192;

    private static readonly Lazy<bool> Present = new(() => NativeLibrary.TryLoad(Library, typeof(Spglib).Assembly, null, out _));

    /// <summary>Whether the library is installed.</summary>
    public static bool IsPresent => Present.Value;

    /// <exception cref="InvalidOperationException">The library is not installed.</exception>
    public static void Require()
    {
        if (!IsPresent)
            throw new InvalidOperationException($"The symmetry library {Library} is not installed; install Debian's package libsymspg1 (apt-get install libsymspg1).");
    }

    [LibraryImport(Library, EntryPoint = "spg_get_dataset")]
    public static partial Dataset* GetDataset(double* lattice, double* positions, int* types, int atoms, double tolerance);

    [LibraryImport(Library, EntryPoint = "spg_free_dataset")]
    public static partial void Free(Dataset* dataset);

    [LibraryImport(Library, EntryPoint = "spg_standardize_cell")]
    public static partial int Standardize(double* lattice, double* positions, int* types, int atoms, int toPrimitive, int keepDistortion, double tolerance);

    [LibraryImport(Library, EntryPoint = "spg_get_symmetry_from_database")]
    public static partial int GetOperations(int* rotations, double* translations, int hallNumber);

    [LibraryImport(Library, EntryPoint = "spg_get_spacegroup_type")]
    public static partial SpaceGroupType GetSpaceGroupType(int hallNumber);

    /// <summary>The text in a C string of fixed size.</summary>
    public static string Text(byte* characters) => Marshal.PtrToStringUTF8((nint)characters)!.Trim();

    /// <summary>SpglibDataset.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Dataset
    {
        public int Number;
        public int HallNumber;
        public fixed byte International[11];
        public fixed byte Hall[17];
        public fixed byte Choice[6];
        public fixed double Transformation[9];
        public fixed double OriginShift[3];
        public int OperationCount;
        public int* Rotations;
        public double* Translations;
        public int AtomCount;
        public int* Wyckoffs;
        public byte* SiteSymmetries;
        public int* EquivalentAtoms;
        public int* Orbits;
        public fixed double PrimitiveLattice[9];
        public int* MappingToPrimitive;
        public int StandardAtomCount;
        public fixed double StandardLattice[9];
        public int* StandardTypes;
        public double* StandardPositions;
        public fixed double StandardRotation[9];
        public int* StandardMappingToPrimitive;
        public fixed byte PointGroup[6];
    }

    /// <summary>SpglibSpacegroupType.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct SpaceGroupType
    {
        public int Number;
        public fixed byte InternationalShort[11];
        public fixed byte InternationalFull[20];
        public fixed byte International[32];
        public fixed byte Schoenflies[7];
        public int HallNumber;
        public fixed byte Hall[17];
        public fixed byte Choice[6];
        public fixed byte PointGroup[6];
        public fixed byte PointGroupSchoenflies[4];
        public int ArithmeticClassNumber;
        public fixed byte ArithmeticClass[7];
    }
}
