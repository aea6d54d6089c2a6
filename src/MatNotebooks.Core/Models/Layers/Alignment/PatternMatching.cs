using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Alignment;

/// <summary>Similarity of crystals and powder patterns, and the loss that draws those that belong together.</summary>
/// <remarks>
/// Global: the cosine of pooled atoms and pooled segments. Local: each segment is assigned softly to the atoms of a crystal that are most
/// like it, and the similarity is the mean over segments of the cosines under that assignment.
/// </remarks>
internal sealed class PatternMatching : nn.Module
{
    private const int Width = 32;
    private const double Assignment = 0.2; // difference of cosines that is one e-fold of the assignment
    private const double Equal = 0.999;    // cosine of two patterns from which on they are the same

    private readonly PatternAlignment options;
    private readonly PatternEncoder encoder;
    private readonly Linear atom, segment, crystal, pattern;

    public PatternMatching(PatternAlignment options, int width)
        : base(nameof(PatternMatching))
    {
        this.options = options;
        encoder = new(options.Points, Width);
        (atom, segment) = (nn.Linear(width, Width), nn.Linear(Width, Width));
        (crystal, pattern) = (nn.Linear(width, Width), nn.Linear(Width, Width));
        RegisterComponents();
    }

    /// <summary>The loss of crystals with their own patterns | no unit, no dimensions.</summary>
    /// <param name="atoms">Embeddings of the atoms, (atoms, width).</param>
    /// <param name="batch">The crystals.</param>
    /// <param name="patterns">The pattern of each crystal, (crystals, points).</param>
    public Tensor Loss(Tensor atoms, BatchAtoms batch, Tensor patterns)
    {
        var (local, global) = Similarities(atoms, batch, patterns);
        var unit = Unit(patterns);
        var others = 1 - eye(patterns.shape[0], dtype: patterns.dtype, device: patterns.device);
        var same = unit.mm(unit.t()).gt(Equal).to(patterns) * others;
        var loss = FocalContrast.Loss(global, same, options.Temperature, options.Focus) * (1 - options.LocalShare);
        return local is null ? loss : loss + (FocalContrast.Loss(local, same, options.Temperature, options.Focus) * options.LocalShare);
    }

    /// <summary>How well each crystal and each pattern belong together, −1 to 1, (crystals, patterns).</summary>
    public Tensor Similarity(Tensor atoms, BatchAtoms batch, Tensor patterns)
    {
        var (local, global) = Similarities(atoms, batch, patterns);
        return local is null ? global : (global * (1 - options.LocalShare)) + (local * options.LocalShare);
    }

    private (Tensor? Local, Tensor Global) Similarities(Tensor atoms, BatchAtoms batch, Tensor patterns)
    {
        var segments = encoder.Of(patterns);
        var pooled = Unit(crystal.call(batch.SumByCrystal(atoms) / batch.AtomCounts));
        var global = pooled.mm(Unit(pattern.call(segments.mean([1L]))).t());
        if (options.LocalShare == 0) return (null, global);
        var pieces = Unit(segment.call(segments).view(-1, Width));
        var cosines = Unit(atom.call(atoms)).mm(pieces.t());
        var weights = (cosines / Assignment).exp(); // cosines are bounded: no overflow
        var assigned = batch.SumByCrystal(cosines * weights) / batch.SumByCrystal(weights);
        return (assigned.view(-1, patterns.shape[0], segments.shape[1]).mean([2L]), global);
    }

    private static Tensor Unit(Tensor rows) => rows / (rows.square().sum(1, keepdim: true) + 1e-8).sqrt();
}
