using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // The same elements seen in another shape.
    public partial class Tensor
    {
        /// <summary>The same elements in another shape, without a copy; one size may be -1. Fails when strides forbid it.</summary>
        public Tensor view(params long[] shape) => Aten.Call("view", this, shape);

        /// <summary>The same elements in another's shape, without a copy.</summary>
        public Tensor view_as(Tensor other) => Aten.Call("view_as", this, other);

        /// <summary>The same elements in another shape, copied only when strides demand it; one size may be -1.</summary>
        public Tensor reshape(params long[] shape) => Aten.Call("reshape", this, shape);

        /// <summary>Dimensions from one to another made into one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Aten.Call("flatten.using_ints", this, start_dim, end_dim);

        /// <summary>One dimension made into several.</summary>
        public Tensor unflatten(long dim, params long[] sizes) => Aten.Call("unflatten.int", this, dim, sizes);

        /// <summary>Two dimensions exchanged.</summary>
        public Tensor transpose(long dim0, long dim1) => Aten.Call("transpose.int", this, dim0, dim1);

        /// <summary>A matrix with its two dimensions exchanged.</summary>
        public Tensor t() => Aten.Call("t", this);

        /// <summary>With all dimensions in reverse order.</summary>
        public Tensor T => Aten.Call("numpy_T", this);

        /// <summary>With the last two dimensions exchanged.</summary>
        public Tensor mT => Aten.Call("transpose.int", this, -2L, -1L);

        /// <summary>Dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Aten.Call("permute", this, permutation);

        /// <summary>With a dimension of size 1 inserted.</summary>
        public Tensor unsqueeze(long dim) => Aten.Call("unsqueeze", this, dim);

        /// <summary>Inserts a dimension of size 1, in place.</summary>
        public Tensor unsqueeze_(long dim) => Aten.Into("unsqueeze_", this, dim);

        /// <summary>Without a dimension of size 1, or without all of them.</summary>
        public Tensor squeeze(long? dim = null) => dim is { } d ? Aten.Call("squeeze.dim", this, d) : Aten.Call("squeeze", this);

        /// <summary>Dimensions of size 1 stretched to other sizes, without a copy; -1 keeps one.</summary>
        public Tensor expand(long[] sizes, bool isImplicit = false) => Aten.Call("expand", this, sizes, isImplicit);

        /// <summary>Dimensions of size 1 stretched to other sizes, without a copy; -1 keeps one.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Aten.Call("expand", this, sizes.ToArray(), isImplicit);

        /// <summary>Dimensions of size 1 stretched to other sizes, without a copy; -1 keeps one.</summary>
        public Tensor expand(params long[] sizes) => Aten.Call("expand", this, sizes);

        /// <summary>Stretched to another's shape, without a copy.</summary>
        public Tensor expand_as(Tensor other) => Aten.Call("expand_as", this, other);

        /// <summary>Stretched to a shape, without a copy.</summary>
        public Tensor broadcast_to(params long[] shape) => Aten.Call("broadcast_to", this, shape);

        /// <summary>Copies of the whole, side by side along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Aten.Call("repeat", this, sizes);

        /// <summary>Each element, or slice along a dimension, repeated.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) => Aten.Call("repeat_interleave.self_int", this, repeats, dim, output_size);

        /// <summary>Each element, or slice along a dimension, repeated as often as a tensor says.</summary>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) => Aten.Call("repeat_interleave.self_Tensor", this, repeats, dim, output_size);

        /// <summary>Copies side by side along each dimension.</summary>
        public Tensor tile(long[] reps) => Aten.Call("tile", this, reps);

        /// <summary>A part of one dimension, without a copy.</summary>
        public Tensor narrow(long dim, long start, long length) => Aten.Call("narrow", this, dim, start, length);

        /// <summary>One index of a dimension, which disappears; without a copy.</summary>
        public Tensor select(long dim, long index) => Aten.Call("select.int", this, dim, index);

        /// <summary>Every step-th of a range of one dimension, without a copy.</summary>
        public Tensor slice(long dim, long start, long finish, long step) => Aten.Call("slice.Tensor", this, dim, start, finish, step);

        /// <summary>In that many parts along a dimension, the last perhaps smaller.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Aten.CallList("chunk", this, chunks, dim);

        /// <summary>In parts of a size along a dimension, the last perhaps smaller.</summary>
        public Tensor[] split(long size, int dim = 0) => Aten.CallList("split.Tensor", this, size, (long)dim);

        /// <summary>In parts of given sizes along a dimension.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => Aten.CallList("split_with_sizes", this, sizes, dim);

        /// <summary>The slices along a dimension, which disappears.</summary>
        public Tensor[] unbind(long dim = 0) => Aten.CallList("unbind.int", this, dim);

        /// <summary>With the order along dimensions turned round.</summary>
        public Tensor flip(params long[] dims) => Aten.Call("flip", this, dims);

        /// <summary>Shifted along a dimension, what falls off coming in again.</summary>
        public Tensor roll(long shifts, long? dims = null) => Aten.Call("roll", this, new[] { shifts }, dims is { } d ? new[] { d } : Array.Empty<long>());

        /// <summary>The lower triangle of a matrix, zeros above a diagonal.</summary>
        public Tensor tril(long diagonal = 0) => Aten.Call("tril", this, diagonal);

        /// <summary>The upper triangle of a matrix, zeros below a diagonal.</summary>
        public Tensor triu(long diagonal = 0) => Aten.Call("triu", this, diagonal);

        /// <summary>The diagonal of a matrix, or the matrix of a diagonal.</summary>
        public Tensor diag(long diagonal = 0) => Aten.Call("diag", this, diagonal);

        /// <summary>The diagonal of two dimensions, without a copy.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Aten.Call("diagonal", this, offset, dim1, dim2);

        /// <summary>In memory one after the other in the order of the shape; itself when it is so already.</summary>
        public Tensor contiguous() => Aten.Call("contiguous", this);

        /// <summary>A view of size and strides over the same memory.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) => Aten.Call("as_strided", this, size, strides, storageOffset);
    }
}
