namespace MatNotebooks.Surrogates;

/// <summary>How alike a function is at two points, by their distance; 1 at distance 0.</summary>
public abstract record Covariance
{
    private protected Covariance()
    {
    }

    /// <summary>The likeness | no unit, 0 to 1.</summary>
    /// <param name="squaredDistance">Squared distance, every dimension divided by its length scale | no unit.</param>
    internal abstract double Of(double squaredDistance);

    /// <summary>−2 times the derivative of <see cref="Of"/>: what the likeness gains per ln of a dimension's length scale, divided by the squared distance along that dimension.</summary>
    internal abstract double Slope(double squaredDistance);
}

/// <summary>exp(−r²/2): for functions smooth beyond measure. Also called the radial basis function or Gaussian kernel.</summary>
public sealed record SquaredExponential : Covariance
{
    internal override double Of(double squaredDistance) => Math.Exp(-squaredDistance / 2);

    internal override double Slope(double squaredDistance) => Math.Exp(-squaredDistance / 2);
}

/// <summary>Matérn's with ν = 5/2, (1 + √5 r + 5r²/3) exp(−√5 r): for functions with two derivatives, the usual choice where little is known.</summary>
public sealed record Matern52 : Covariance
{
    internal override double Of(double squaredDistance)
    {
        var scaled = Math.Sqrt(5 * squaredDistance);
        return (1 + scaled + (scaled * scaled / 3)) * Math.Exp(-scaled);
    }

    internal override double Slope(double squaredDistance)
    {
        var scaled = Math.Sqrt(5 * squaredDistance);
        return 5.0 / 3 * (1 + scaled) * Math.Exp(-scaled);
    }
}
