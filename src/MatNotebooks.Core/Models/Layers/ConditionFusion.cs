using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>
/// Joins the embedding of the structure with that of the external conditions in three branches (Eq. 14–18): concatenation, gate, and
/// bilinear form; the latter in low rank, z_b = (U h_S) ⊙ (V h_C).
/// </summary>
internal sealed class ConditionFusion : nn.Module
{
    private const int UsualRank = 16;

    private readonly Linear embed, embedMore, concatenation, gate, bilinearStructure, bilinearCondition;

    public ConditionFusion(int width, int conditions, int rank)
        : base(nameof(ConditionFusion))
    {
        (embed, embedMore) = (nn.Linear(conditions, width), nn.Linear(width, width));
        (concatenation, gate) = (nn.Linear(2 * width, width), nn.Linear(2 * width, width));
        (bilinearStructure, bilinearCondition) = (nn.Linear(width, rank, hasBias: false), nn.Linear(width, rank, hasBias: false));
        Width = (2 * width) + rank;
        RegisterComponents();
    }

    /// <summary>Width of the fused embedding.</summary>
    public int Width { get; }

    /// <summary>The fusion that a baseline needs: none where there are no conditions.</summary>
    public static ConditionFusion? For(int width, int conditions) => conditions > 0 ? new(width, conditions, UsualRank) : null;

    /// <summary>The fused embedding z* = [z ; z_g ; z_b], (crystals, 2 × width + rank).</summary>
    public Tensor Fuse(Tensor structure, Tensor conditions)
    {
        var condition = embedMore.call(nn.functional.silu(embed.call(conditions)));
        var both = cat([structure, condition], 1);
        var share = gate.call(both).sigmoid();
        return cat(
        [
            nn.functional.silu(concatenation.call(both)),
            (share * structure) + ((1 - share) * condition),
            bilinearStructure.call(structure) * bilinearCondition.call(condition),
        ], 1);
    }
}
