namespace MatNotebooks.Kernel.Visuals;

/// <summary>How vectors are laid out in two dimensions.</summary>
public enum MapProjection
{
    /// <summary>Along their two principal components: fast, and straight lines stay straight.</summary>
    PrincipalComponents,

    /// <summary>Neighbours together (t-SNE): groups show, distances between them mean little. For 10 to 5,000 vectors.</summary>
    Neighbors,
}
