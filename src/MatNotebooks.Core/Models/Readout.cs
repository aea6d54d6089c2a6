using System.Text.Json.Serialization;
using MatNotebooks.Models.Layers;

namespace MatNotebooks.Models;

/// <summary>How the embeddings of atoms become that of the crystal (Eq. 11–12).</summary>
[JsonDerivedType(typeof(MeanReadout), "mean")]
[JsonDerivedType(typeof(SumReadout), "sum")]
[JsonDerivedType(typeof(AttentionReadout), "attention")]
[JsonDerivedType(typeof(MixedReadout), "mixed")]
[JsonDerivedType(typeof(JointReadout), "joint")]
[JsonDerivedType(typeof(JointSumReadout), "joint-sum")]
public abstract record Readout
{
    private protected Readout(bool extensive) => Extensive = extensive;

    /// <summary>Whether the crystal's embedding doubles in a doubled cell; the target must then be one of the cell, such as a total energy.</summary>
    public bool Extensive { get; }

    internal abstract ReadoutLayer Build(int width, int gaussians);
}

/// <summary>The mean over atoms (Eq. 11).</summary>
public sealed record MeanReadout() : Readout(extensive: false)
{
    internal override ReadoutLayer Build(int width, int gaussians) => new AtomPooling(width, mean: true);
}

/// <summary>The sum over atoms (Eq. 11): for targets of the cell.</summary>
public sealed record SumReadout() : Readout(extensive: true)
{
    internal override ReadoutLayer Build(int width, int gaussians) => new AtomPooling(width, mean: false);
}

/// <summary>A mean over atoms whose weights the network learns (Eq. 11): for properties that few atoms decide.</summary>
public sealed record AttentionReadout() : Readout(extensive: false)
{
    internal override ReadoutLayer Build(int width, int gaussians) => new AttentionPooling(width);
}

/// <summary>The mean, the greatest value of each number, and the attention's mean, mixed by a linear map (Eq. 11): three questions to the same atoms.</summary>
public sealed record MixedReadout() : Readout(extensive: false)
{
    internal override ReadoutLayer Build(int width, int gaussians) => new MixedPooling(width);
}

/// <summary>A sum over edges of a function of both atoms and the edge (Eq. 12) and over atoms, per atom: for energies per atom.</summary>
public sealed record JointReadout() : Readout(extensive: false)
{
    internal override ReadoutLayer Build(int width, int gaussians) => new JointPooling(width, gaussians, mean: true);
}

/// <summary>As <see cref="JointReadout"/>, of the whole cell: for targets of the cell.</summary>
public sealed record JointSumReadout() : Readout(extensive: true)
{
    internal override ReadoutLayer Build(int width, int gaussians) => new JointPooling(width, gaussians, mean: false);
}
