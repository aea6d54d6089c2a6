namespace MatNotebooks.Kernel.Display;

/// <summary>A value that knows how it looks in a notebook.</summary>
public interface IRichDisplay
{
    /// <summary>The value as it is now, in every form it has; never without text/plain.</summary>
    MimeBundle ToMimeBundle();
}
