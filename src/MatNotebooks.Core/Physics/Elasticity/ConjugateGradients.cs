using System.Numerics;
using System.Runtime.InteropServices;

namespace MatNotebooks.Physics.Elasticity;

/// <summary>Preconditioned conjugate gradients: the minimum of the potential energy (Eq. 23).</summary>
/// <remarks>
/// A stiffness with pores is only positive semidefinite; the forces lie in its range, so the steps converge all the same, and displacements
/// that cost nothing stay where they are.
/// </remarks>
internal sealed class ConjugateGradients(ILinearSystem system, ElasticOptions options)
{
    private const double FaintEnergy = 1e-10; // of the energy at the start: below, a body counts as stress-free
    private const double Runaway = 1e12;      // growth of the squared residual at which a load counts as one that nothing bears

    private readonly double[] right = new double[system.Length];
    private readonly double[] residual = new double[system.Length];
    private readonly double[] direction = new double[system.Length];
    private readonly double[] image = new double[system.Length]; // K p, and K₀⁻¹ r once K p was used

    /// <summary>Moves the unknowns from 0 to the solution.</summary>
    /// <exception cref="ElasticConvergenceException">The tolerance was not reached, or nothing bears the load.</exception>
    public ElasticConvergence Solve(double[] x, CancellationToken cancellation)
    {
        system.Right(right);
        right.CopyTo(residual, 0);
        var (done, rightWork, start) = (0, 0.0, 0.0); // rightWork: b · x, which the steps give for nothing
        for (var fresh = true; ; fresh = false)
        {
            system.Precondition(residual, image);
            var energy = Dot(residual, image);
            if (fresh) start = energy;
            var reached = new ElasticConvergence(done, Relative(energy, x, rightWork));
            if (fresh && (reached.Residual <= options.Tolerance || energy == 0)) return reached;
            if (!fresh && (reached.Residual <= options.Tolerance || done >= options.MostIterations))
                return reached.Residual <= options.Tolerance ? reached : throw Late(reached);
            image.CopyTo(direction, 0);
            while (done < options.MostIterations)
            {
                cancellation.ThrowIfCancellationRequested();
                energy = Step(x, energy, ref rightWork, start, done++);
                if (Relative(energy, x, rightWork) <= options.Tolerance) break;
            }
            Measure(x); // rounding may part the residual carried along from the true one: then the steps begin anew
        }
    }

    private double Step(double[] x, double energy, ref double rightWork, double start, int done)
    {
        system.Multiply(direction, image);
        var length = energy / Dot(direction, image);
        if (!(length > 0 && double.IsFinite(length)) || energy > Runaway * start) throw Unbearable(new(done, Relative(energy, x, rightWork)));
        rightWork += length * energy;
        Move(x, length);
        system.Precondition(residual, image);
        var next = Dot(residual, image);
        Turn(next / energy);
        return next;
    }

    // Energy norm of what is out of balance over that of the whole field, whose energy the steps tell: x · r = 0, x · b = Σ steps.
    private double Relative(double energy, double[] x, double rightWork)
    {
        var stored = system.PrescribedEnergy - rightWork + (2 * system.LoadWork(x));
        var least = FaintEnergy * Math.Max(system.PrescribedEnergy, rightWork);
        var scale = Math.Max(stored, least);
        return energy <= 0 ? 0 : scale > 0 ? Math.Sqrt(energy / scale) : double.PositiveInfinity;
    }

    private void Measure(double[] x)
    {
        system.Multiply(x, image);
        for (var i = 0; i < residual.Length; i++) residual[i] = right[i] - image[i];
    }

    private void Move(double[] x, double length)
    {
        Span<Vector<double>> to = Vectors(x), p = Vectors(direction), r = Vectors(residual), q = Vectors(image);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += p[i] * length;
            r[i] -= q[i] * length;
        }
        for (var i = to.Length * Vector<double>.Count; i < x.Length; i++)
        {
            x[i] += direction[i] * length;
            residual[i] -= image[i] * length;
        }
    }

    private void Turn(double share)
    {
        Span<Vector<double>> p = Vectors(direction), z = Vectors(image);
        for (var i = 0; i < p.Length; i++) p[i] = z[i] + (p[i] * share);
        for (var i = p.Length * Vector<double>.Count; i < direction.Length; i++) direction[i] = image[i] + (direction[i] * share);
    }

    private static double Dot(double[] a, double[] b)
    {
        Span<Vector<double>> left = Vectors(a), other = Vectors(b);
        var sum = Vector<double>.Zero;
        for (var i = 0; i < left.Length; i++) sum += left[i] * other[i];
        var total = Vector.Sum(sum);
        for (var i = left.Length * Vector<double>.Count; i < a.Length; i++) total += a[i] * b[i];
        return total;
    }

    private static Span<Vector<double>> Vectors(double[] values) => MemoryMarshal.Cast<double, Vector<double>>(values.AsSpan());

    private ElasticConvergenceException Late(ElasticConvergence reached) => new(
        $"After {reached.Iterations} iterations the residual of equilibrium is {reached.Residual:g3}, above the tolerance of {options.Tolerance:g3}. "
        + "Allow more iterations (ElasticOptions.MostIterations) or a greater tolerance; with a pore, see that a solid part hangs together.", reached);

    private static ElasticConvergenceException Unbearable(ElasticConvergence reached) => new(
        $"Nothing bears the load: after {reached.Iterations} iterations there is a force that no stress balances. "
        + "Prescribe strain where pores cut the body in two, and hold a body whose forces do not cancel.", reached);
}
