using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An array of numbers in libtorch's memory, with its gradient's history. It holds native memory: dispose it, or create it
    /// inside <see cref="NewDisposeScope"/>. The finalizer is only the net below.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private static long s_totalCount;
        private static long s_peakCount;
        private readonly int _ownedKib;
        private nint _handle;

        internal Tensor(nint handle, int ownedKib = 0)
        {
            _handle = handle;
            _ownedKib = ownedKib;
            NativeMemory.Take(ownedKib);
            DisposeScope.Current?.Include(this);
            var count = Interlocked.Increment(ref s_totalCount);
            if (count > Volatile.Read(ref s_peakCount))
                Volatile.Write(ref s_peakCount, count);
        }

        /// <summary>Frees what was never disposed.</summary>
        ~Tensor() => Free();

        /// <summary>Tensors alive in this process.</summary>
        public static long TotalCount => Interlocked.Read(ref s_totalCount);

        /// <summary>The most tensors that were alive at one time.</summary>
        public static long PeakCount => Interlocked.Read(ref s_peakCount);

        /// <summary>libtorch's own handle. Throws <see cref="ObjectDisposedException"/> after <see cref="Dispose()"/>.</summary>
        public IntPtr Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(GetType().Name, "This tensor was disposed, or its handle moved to a parameter");

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => _handle == 0;

        /// <summary>The dispose scope that will dispose this tensor; null when it stands outside every scope.</summary>
        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>Its place in that scope.</summary>
        internal int ScopeSlot { get; set; }

        internal int OwnedKib => _ownedKib;

        /// <summary>Frees the native memory, unless another tensor or a gradient's history shares it.</summary>
        public void Dispose()
        {
            OwningDisposeScope?.Forget(this);
            Free();
            GC.SuppressFinalize(this);
        }

        /// <summary>Hands this tensor to the scope around the one it is in.</summary>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes this tensor out of its scope: the caller disposes it.</summary>
        /// <returns>This tensor.</returns>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <summary>Hands this tensor to the scope of another.</summary>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        /// <summary>Hands this tensor to a scope, or to none when it is null.</summary>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            OwningDisposeScope?.Detach(this);
            other?.Attach(this);
            return this;
        }

        /// <summary>Gives the native handle away; this tensor is disposed afterwards.</summary>
        internal nint MoveHandle()
        {
            var handle = Handle;
            OwningDisposeScope?.Forget(this);
            _handle = 0;
            NativeMemory.Return(_ownedKib);
            Interlocked.Decrement(ref s_totalCount);
            GC.SuppressFinalize(this);
            return handle;
        }

        private void Free()
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0)
                return;
            Shim.shim_tensor_free(handle);
            NativeMemory.Return(_ownedKib);
            Interlocked.Decrement(ref s_totalCount);
        }
    }
}
