namespace TorchSharp;

public static partial class torch
{
    /// <summary>What may stand between the brackets of a tensor: a number, a range, a tensor, ellipsis, a new dimension.</summary>
    public readonly struct TensorIndex
    {
        internal enum Kind
        {
            None,
            Single,
            Ellipsis,
            Bool,
            Tensor,
            Slice,
        }

        private TensorIndex(Kind what, long? start = null, long? stop = null, long? step = null, Tensor? picked = null)
            => (What, Start, Stop, Step, Picked) = (what, start, stop, step, picked);

        /// <summary>All dimensions not named.</summary>
        public static TensorIndex Ellipsis => new(Kind.Ellipsis);

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None => new(Kind.None);

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex Null => None;

        /// <summary>The whole of a dimension.</summary>
        public static TensorIndex Colon => Slice();

        internal Kind What { get; }

        internal long? Start { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal Tensor? Picked { get; }

        /// <summary>A range of a dimension; negative counts from the end, null goes to it.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(Kind.Slice, start, stop, step);

        /// <summary>A range of a dimension.</summary>
        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);

        /// <summary>A range of a dimension.</summary>
        public static TensorIndex Slice(Range range)
            => Slice(FromEnd(range.Start), range.End is { IsFromEnd: true, Value: 0 } ? null : FromEnd(range.End));

        /// <summary>Everything in a new dimension, or nothing.</summary>
        public static TensorIndex Bool(bool value) => new(Kind.Bool, value ? 1 : 0);

        /// <summary>One index of a dimension, which disappears; negative counts from the end.</summary>
        public static TensorIndex Single(long? index) => new(Kind.Single, index);

        /// <summary>The places a tensor of whole numbers names, or where a tensor of truth values is true.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(Kind.Tensor, picked: tensor);

        /// <summary>One index of a dimension.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>A range of a dimension.</summary>
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        /// <summary>A range of a dimension.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>One index of a dimension.</summary>
        public static implicit operator TensorIndex(Index index) => Single(FromEnd(index));

        private static long FromEnd(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}
