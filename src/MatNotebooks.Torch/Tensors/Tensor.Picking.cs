using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Elements picked and placed by an index.
    public partial class Tensor
    {
        /// <summary>The slices along a dimension that an index (whole numbers) names.</summary>
        public Tensor index_select(long dim, Tensor index) => Aten.Call("index_select", this, dim, index);

        /// <summary>Elements picked along a dimension: out[i][j] = this[index[i][j]][j] for dimension 0.</summary>
        public Tensor gather(long dim, Tensor index) => Aten.Call("gather", this, dim, index);

        /// <summary>With slices of a source, times alpha, added to the slices an index names.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => Aten.Call("index_add", this, dim, index, source, alpha);

        /// <summary>Adds slices of a source, times alpha, to the slices an index names, in place.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) => Aten.Into("index_add_", this, dim, index, source, alpha);

        /// <summary>Writes slices of a source over the slices an index names, in place.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source) => Aten.Into("index_copy_", this, dim, index, source);

        /// <summary>Writes a number over the slices an index names, in place.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value) => Aten.Into("index_fill_.int_Scalar", this, dim, index, value);

        /// <summary>With elements of a source written where an index says, along a dimension.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => Aten.Call("scatter.src", this, dim, index, src);

        /// <summary>Writes elements of a source where an index says, along a dimension, in place.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src) => Aten.Into("scatter_.src", this, dim, index, src);

        /// <summary>With elements of a source added where an index says, along a dimension.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Aten.Call("scatter_add", this, dim, index, src);

        /// <summary>Adds elements of a source where an index says, along a dimension, in place.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Aten.Into("scatter_add_", this, dim, index, src);

        /// <summary>With a number written where a mask is true.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Aten.Call("masked_fill.Scalar", this, mask, value);

        /// <summary>Writes a number where a mask is true, in place.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value) => Aten.Into("masked_fill_.Scalar", this, mask, value);

        /// <summary>The elements where a mask is true, in one dimension.</summary>
        public Tensor masked_select(Tensor mask) => Aten.Call("masked_select", this, mask);

        /// <summary>The indices of the elements that are not zero: (their number, dimensions).</summary>
        public Tensor nonzero() => Aten.Call("nonzero", this);

        /// <summary>Elements by their place in the flattened tensor.</summary>
        public Tensor take(Tensor index) => Aten.Call("take", this, index);

        /// <summary>Distinct elements; where each element went; how often each occurs.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false) => Aten.Call3("_unique2", this, sorted, return_inverse, return_counts);
    }

    /// <summary>The slices along a dimension that an index (whole numbers) names.</summary>
    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);

    /// <summary>Elements picked along a dimension: out[i][j] = this[index[i][j]][j] for dimension 0.</summary>
    public static Tensor gather(Tensor input, long dim, Tensor index) => input.gather(dim, index);

    /// <summary>With slices of a source, times alpha, added to the slices an index names.</summary>
    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) => input.index_add(dim, index, source, alpha);

    /// <summary>Adds slices of a source, times alpha, to the slices an index names, in place.</summary>
    public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) => input.index_add_(dim, index, source, alpha);

    /// <summary>Writes slices of a source over the slices an index names, in place.</summary>
    public static Tensor index_copy_(Tensor input, long dim, Tensor index, Tensor source) => input.index_copy_(dim, index, source);

    /// <summary>With elements of a source written where an index says, along a dimension.</summary>
    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => input.scatter(dim, index, src);

    /// <summary>Writes elements of a source where an index says, along a dimension, in place.</summary>
    public static Tensor scatter_(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_(dim, index, src);

    /// <summary>With elements of a source added where an index says, along a dimension.</summary>
    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_add(dim, index, src);

    /// <summary>The elements where a mask is true, in one dimension.</summary>
    public static Tensor masked_select(Tensor input, Tensor mask) => input.masked_select(mask);

    /// <summary>The indices of the elements that are not zero: (their number, dimensions).</summary>
    public static Tensor nonzero(Tensor input) => input.nonzero();

    /// <summary>Elements by their place in the flattened tensor.</summary>
    public static Tensor take(Tensor input, Tensor index) => input.take(index);
}
