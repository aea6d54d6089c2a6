using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Physics.Elasticity;

/// <summary>
/// Balance of a periodic body. The unknowns are the periodic displacements of the voxels' corners, (3, voxels), and after them six mean
/// strains, which move where a mean stress is prescribed.
/// </summary>
internal sealed class PeriodicSystem : ILinearSystem
{
    private readonly MeanLoad load;
    private readonly int voxels;
    private readonly int[] free; // components whose mean strain is unknown
    private readonly RotatedGrid grid;
    private readonly GreenOperator green;
    private readonly Matrix<double> compliance; // of the reference medium among the free components
    private readonly double[] stress;

    public PeriodicSystem(Microstructure body, MeanLoad load, int threads)
    {
        (this.load, voxels, free) = (load, body.VoxelCount, load.StressComponents());
        var bulk = body.Phases.Zip(body.Fractions).Sum(part => part.First.VoigtBulkModulus * part.Second);
        var shear = body.Phases.Zip(body.Fractions).Sum(part => part.First.VoigtShearModulus * part.Second);
        if (!(bulk > 0)) throw new ArgumentException("Every voxel is a pore; a body needs a solid voxel at least.");
        grid = new(body, threads);
        green = new(body, bulk, shear, threads);
        var reference = ElasticTensor.Isotropic(bulk, shear);
        compliance = free.Length == 0
            ? Matrix<double>.Build.Dense(1, 1)
            : Matrix<double>.Build.Dense(free.Length, free.Length, (i, j) => reference[free[i] + 1, free[j] + 1]).Inverse();
        stress = new double[6 * voxels];
    }

    public int Length => (3 * voxels) + 6;

    public double PrescribedEnergy { get; private set; }

    public void Right(double[] right)
    {
        Array.Clear(right);
        var strains = load.Strains();
        var sum = grid.Stress(right, strains, stress);
        PrescribedEnergy = strains.Zip(sum, (strain, total) => strain * total).Sum();
        grid.Force(stress, right);
        for (var i = 0; i < 3 * voxels; i++) right[i] = -right[i];
        foreach (var i in free) right[(3 * voxels) + i] = (voxels * load[(VoigtComponent)i]) - sum[i];
    }

    public void Multiply(double[] x, double[] y)
    {
        var sum = grid.Stress(x, x[(3 * voxels)..], stress);
        grid.Force(stress, y);
        Array.Clear(y, 3 * voxels, 6);
        foreach (var i in free) y[(3 * voxels) + i] = sum[i];
    }

    public void Precondition(double[] r, double[] z)
    {
        green.Apply(r, z);
        Array.Clear(z, 3 * voxels, 6);
        for (var i = 0; i < free.Length; i++)
            for (var j = 0; j < free.Length; j++)
                z[(3 * voxels) + free[i]] += compliance[i, j] * r[(3 * voxels) + free[j]] / voxels;
    }

    public double LoadWork(double[] x) => voxels * free.Sum(i => load[(VoigtComponent)i] * x[(3 * voxels) + i]);

    /// <summary>Mean strain, stress and strain fields of the unknowns.</summary>
    public (double[] Mean, double[] Stress, double[] Strain) Fields(double[] x)
    {
        var mean = load.Strains();
        foreach (var i in free) mean[i] = x[(3 * voxels) + i];
        var strain = new double[6 * voxels];
        grid.Stress(x, mean, stress, strain);
        return (mean, stress, strain);
    }

    /// <summary>Mean stress of the unknowns | GPa, six.</summary>
    public double[] MeanStress(double[] x)
    {
        var mean = load.Strains();
        foreach (var i in free) mean[i] = x[(3 * voxels) + i];
        return [.. grid.Stress(x, mean, stress).Select(total => total / voxels)];
    }
}
