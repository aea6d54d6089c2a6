using MatNotebooks.Kernel.Notebooks.Browser;

namespace MatNotebooks.Kernel.Tests.Visuals.Browser;

/// <summary>A test of several cases that needs a browser; skipped where there is none.</summary>
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute()
    {
        if (Chromium.Find() is null) Skip = new ChromiumFactAttribute().Skip;
    }
}
