using MatNotebooks.Chemistry;

namespace MatNotebooks.Frameworks.PgGos.Tokens;

/// <summary>An element on all sites that the space group makes of one.</summary>
/// <param name="Template">The symmetry of the site.</param>
/// <param name="Element">What is there.</param>
/// <param name="Free">The free coordinates, in [0, 1), (axes of the template).</param>
internal sealed record OrbitSite(SiteTemplate Template, Element Element, double[] Free);
