namespace MatNotebooks.Frameworks.PgGos.Filters;

/// <summary>A rule of physics or chemistry that a candidate must obey, one r_j of Eq. 32: it gives a residual and refuses where that is too great.</summary>
public interface ICandidateFilter
{
    /// <summary>Its name, such as "distance".</summary>
    string Name { get; }

    /// <summary>Unit of residual and limit; "1" for pure numbers.</summary>
    string Unit { get; }

    /// <summary>The greatest residual that passes | <see cref="Unit"/>.</summary>
    double Limit { get; }

    /// <summary>Judges a candidate; what it lacks (stiffness, tabulated elements) is said, never thrown.</summary>
    FilterVerdict Judge(FilterSubject subject);
}
