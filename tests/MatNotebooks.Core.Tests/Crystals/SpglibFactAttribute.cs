using MatNotebooks.Crystals;

namespace MatNotebooks.Core.Tests.Crystals;

/// <summary>A test that needs spglib; it says so and is passed over where the library is not installed.</summary>
public sealed class SpglibFactAttribute : FactAttribute
{
    public SpglibFactAttribute()
    {
        if (!SymmetryFinder.IsAvailable) Skip = "spglib is not installed (Debian: libsymspg1)";
    }
}
