namespace MatNotebooks.Kernel.Tests.Visuals.Browser;

/// <summary>A test of several cases that needs a browser; skipped where there is none.</summary>
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute()
    {
        if (Chromium.Program is null) Skip = new ChromiumFactAttribute().Skip;
    }
}
