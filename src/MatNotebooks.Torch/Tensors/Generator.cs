using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers with a state of its own.</summary>
    public class Generator : IDisposable
    {
        private nint _handle;

        /// <summary>A generator of its own, seeded.</summary>
        /// <param name="seed">Any value; the same seed gives the same numbers.</param>
        /// <param name="device">Where it draws. The default is the processor.</param>
        public Generator(ulong seed = 0, Device? device = null)
            : this(device ?? CPU, isDefault: false) => manual_seed((long)seed);

        private Generator(Device device, bool isDefault)
        {
            this.device = device;
            Failure.Check(Shim.shim_generator((int)device.type, device.index, isDefault ? 1 : 0, out _handle));
        }

        /// <summary>Frees what was never disposed.</summary>
        ~Generator() => Free();

        /// <summary>The generator that is used where none is given.</summary>
        public static Generator Default => new(CPU, isDefault: true);

        /// <summary>libtorch's own handle.</summary>
        public IntPtr Handle => _handle;

        /// <summary>Where it draws.</summary>
        public Device device { get; }

        /// <summary>Starts the sequence that a seed stands for.</summary>
        public Generator manual_seed(long seed)
        {
            var value = (ulong)seed;
            Failure.Check(Shim.shim_generator_seed(_handle, 1, ref value));
            return this;
        }

        /// <summary>Takes a seed from the machine's entropy.</summary>
        /// <returns>The seed taken.</returns>
        public long seed()
        {
            ulong value = 0;
            Failure.Check(Shim.shim_generator_seed(_handle, 2, ref value));
            return (long)value;
        }

        /// <summary>The seed it started from.</summary>
        public long initial_seed()
        {
            ulong value = 0;
            Failure.Check(Shim.shim_generator_seed(_handle, 0, ref value));
            return (long)value;
        }

        /// <summary>Its state, bytes: what a checkpoint keeps.</summary>
        public Tensor get_state()
        {
            Failure.Check(Shim.shim_generator_state(_handle, 0, out var state));
            return new Tensor(state);
        }

        /// <summary>Goes on from a state that <see cref="get_state"/> gave.</summary>
        public void set_state(Tensor value)
        {
            Failure.Check(Shim.shim_generator_state(_handle, value.Handle, out _));
            GC.KeepAlive(value);
        }

        /// <summary>Frees the native generator.</summary>
        public void Dispose()
        {
            Free();
            GC.SuppressFinalize(this);
        }

        private void Free()
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0)
                Shim.shim_generator_free(handle);
        }
    }

    /// <summary>Seeds every default generator.</summary>
    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    /// <summary>The default random generator.</summary>
    public static partial class random
    {
        /// <summary>Seeds the default generator of the processor and of every GPU: the same seed, the same numbers, bit for bit.</summary>
        public static Generator manual_seed(long seed)
        {
            Failure.Check(Shim.shim_manual_seed((ulong)seed));
            return Generator.Default;
        }

        /// <summary>Seeds the default generator from the machine's entropy.</summary>
        public static long seed()
        {
            using var generator = Generator.Default;
            return generator.seed();
        }

        /// <summary>The seed the default generator started from.</summary>
        public static long initial_seed()
        {
            using var generator = Generator.Default;
            return generator.initial_seed();
        }

        /// <summary>The state of the processor's default generator.</summary>
        public static Tensor get_rng_state()
        {
            using var generator = Generator.Default;
            return generator.get_state();
        }

        /// <summary>Goes on from a state that <see cref="get_rng_state"/> gave.</summary>
        public static void set_rng_state(Tensor new_state)
        {
            using var generator = Generator.Default;
            generator.set_state(new_state);
        }
    }
}
