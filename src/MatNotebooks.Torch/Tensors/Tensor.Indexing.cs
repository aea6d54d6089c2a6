using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // The brackets.
    public partial class Tensor
    {
        /// <summary>A part of the tensor: without a copy for numbers and ranges, a copy where tensors pick.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The elements that tensors of whole numbers or truth values pick, a dimension each.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>One index of the first dimension.</summary>
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => Write(select(0, i1), value);
        }

        /// <summary>One index of each of the first two dimensions.</summary>
        public Tensor this[long i1, long i2]
        {
            get => index(TensorIndex.Single(i1), TensorIndex.Single(i2));
            set => index_put_(value, TensorIndex.Single(i1), TensorIndex.Single(i2));
        }

        /// <summary>One index of each of the first three dimensions.</summary>
        public Tensor this[long i1, long i2, long i3]
        {
            get => index(TensorIndex.Single(i1), TensorIndex.Single(i2), TensorIndex.Single(i3));
            set => index_put_(value, TensorIndex.Single(i1), TensorIndex.Single(i2), TensorIndex.Single(i3));
        }

        /// <summary>A part of the tensor: without a copy for numbers and ranges, a copy where tensors pick.</summary>
        public Tensor index(params TensorIndex[] indices)
        {
            using var scope = NewDisposeScope();
            var (part, picked) = Narrowed(indices);
            var result = picked is null ? part : Aten.Call("index.Tensor", part, picked);
            return ReferenceEquals(result, this) ? alias().MoveToOuterDisposeScope() : result.MoveToOuterDisposeScope();
        }

        /// <summary>The elements that tensors pick, a dimension each.</summary>
        public Tensor index(params Tensor[] indices)
        {
            using var scope = NewDisposeScope();
            return Aten.Call("index.Tensor", this, Array.ConvertAll(indices, Place64)).MoveToOuterDisposeScope();
        }

        /// <summary>Writes a value over a part of the tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            using var scope = NewDisposeScope();
            var (part, picked) = Narrowed(indices);
            if (picked is null)
                part.copy_(value);
            else
                Aten.Do("index_put_", part, picked, value);
            return this;
        }

        /// <summary>Writes a value over the elements that tensors pick, or adds it to them, repeated ones too.</summary>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false)
        {
            using var scope = NewDisposeScope();
            return Aten.Into("index_put_", this, Array.ConvertAll(indices, Place64), value, accumulate);
        }

        /// <summary>Writes a number over a part of the tensor.</summary>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using Tensor one = value;
            return index_put_(one, indices);
        }

        // libtorch 1.13 takes 64-bit indices only, and a C# literal beside a tensor becomes a 32-bit one.
        private static Tensor Place64(Tensor index) => index.dtype == ScalarType.Int32 ? index.to_type(ScalarType.Int64) : index;

        private static void Write(Tensor part, Tensor value)
        {
            using (part)
                part.copy_(value);
        }

        /// <summary>All that needs no copy, done; and what tensors are left to pick with, by dimension of the part.</summary>
        private (Tensor Part, Tensor?[]? Picked) Narrowed(TensorIndex[] indices)
        {
            var named = indices.Sum(Consumed);
            if (named > ndim)
                throw new ArgumentException($"{named} indices are too many for a tensor of shape [{string.Join(", ", shape)}]", nameof(indices));
            var (part, dim, picked) = (this, 0, new List<Tensor?>());
            foreach (var index in indices)
            {
                if (index.What is TensorIndex.Kind.Single)
                {
                    part = part.select(dim, index.Start!.Value);
                    continue;
                }
                var kept = index.What is TensorIndex.Kind.Ellipsis ? (int)ndim - named : Math.Max(1, Consumed(index));
                part = Narrow(part, index, dim);
                picked.AddRange(index.What is TensorIndex.Kind.Ellipsis ? new Tensor?[kept] : [Picks(index)]);
                dim += kept;
            }
            return (part, picked.Any(p => p is not null) ? [.. picked] : null);
        }

        /// <summary>How many dimensions an index names.</summary>
        private static int Consumed(TensorIndex index) => index.What switch
        {
            TensorIndex.Kind.Single or TensorIndex.Kind.Slice => 1,
            TensorIndex.Kind.Tensor => index.Picked!.dtype == ScalarType.Bool ? (int)index.Picked.ndim : 1,
            _ => 0,
        };

        private static Tensor Narrow(Tensor part, in TensorIndex index, int dim) => index.What switch
        {
            TensorIndex.Kind.Slice when index is not { Start: null, Stop: null, Step: null }
                => Aten.Call("slice.Tensor", part, (long)dim, index.Start, index.Stop, index.Step ?? 1),
            TensorIndex.Kind.None or TensorIndex.Kind.Bool => part.unsqueeze(dim),
            _ => part,
        };

        private static Tensor? Picks(in TensorIndex index) => index.What switch
        {
            TensorIndex.Kind.Tensor => Place64(index.Picked!),
            TensorIndex.Kind.Bool => tensor(new[] { index.Start == 1 }),
            _ => null,
        };
    }
}
