namespace MatNotebooks.Physics.Elasticity;

/// <summary>Stress and strain of a periodic body in equilibrium (Eq. 20–23).</summary>
public sealed class ElasticSolution
{
    internal ElasticSolution(Microstructure body, MeanLoad load, ElasticConvergence convergence, double[] mean, double[] stress, double[] strain)
    {
        (Body, Load, Convergence, MeanStrain) = (body, load, convergence, VoigtVector.Of(mean));
        (Stress, Strain) = (new(body, stress), new(body, strain));
        MeanStress = Stress.Mean;
        var twice = 0.0;
        for (var i = 0; i < stress.Length; i++) twice += stress[i] * strain[i];
        StrainEnergyDensity = twice / 2 / body.VoxelCount;
    }

    /// <summary>What was loaded.</summary>
    public Microstructure Body { get; }

    /// <summary>What was prescribed.</summary>
    public MeanLoad Load { get; }

    /// <summary>Stress σ = C : ε (Eq. 21) in each voxel | GPa.</summary>
    public VoigtField Stress { get; }

    /// <summary>Strain ε = ½(∇u + ∇uᵀ) (Eq. 22) in each voxel | no unit, engineering shears.</summary>
    public VoigtField Strain { get; }

    /// <summary>Mean stress | GPa.</summary>
    public VoigtVector MeanStress { get; }

    /// <summary>Mean strain | no unit, engineering shears.</summary>
    public VoigtVector MeanStrain { get; }

    /// <summary>Strain energy in a volume, the mean of ½ ε : C : ε (Eq. 23) | GPa, which is GJ/m³. It equals ½ mean stress : mean strain (Hill).</summary>
    public double StrainEnergyDensity { get; }

    /// <summary>Strain energy of the body (Eq. 23) | GPa times the voxels' unit of length cubed; with nm it is 1e-18 J.</summary>
    public double StrainEnergy => StrainEnergyDensity * Body.VoxelCount * Body.Voxel.Volume;

    /// <summary>Iterations, and what is left of ∇·σ = 0 (Eq. 20).</summary>
    public ElasticConvergence Convergence { get; }

    /// <summary>Strain energy density of one layer, (y, x), as a heat map shows it | GPa.</summary>
    /// <param name="z">The layer, from 0; the default is the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The layer is outside the grid.</exception>
    public double[,] EnergyDensityLayer(int z = 0)
    {
        var layer = new double[Body.SizeY, Body.SizeX];
        for (var y = 0; y < Body.SizeY; y++)
        {
            for (var x = 0; x < Body.SizeX; x++)
            {
                var voxel = Body.Index(x, y, z);
                layer[y, x] = Stress.At(voxel).Dot(Strain.At(voxel)) / 2;
            }
        }
        return layer;
    }

    /// <summary>Energy, residual and iterations in a line.</summary>
    public override string ToString() =>
        $"strain energy {StrainEnergyDensity:g6} GPa, residual {Convergence.Residual:g2} after {Convergence.Iterations} iterations";
}
