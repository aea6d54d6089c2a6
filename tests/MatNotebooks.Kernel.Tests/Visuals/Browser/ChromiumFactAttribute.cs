using MatNotebooks.Kernel.Notebooks.Browser;

namespace MatNotebooks.Kernel.Tests.Visuals.Browser;

/// <summary>A test that needs a browser; skipped where there is none.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium.Find() is null) Skip = "no Chromium on the PATH (Debian: apt-get install chromium); figures were not drawn";
    }
}
