using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Several processes that compute together, by Gloo; one group for the whole process. PyTorch's names; the package TorchSharp has no
    /// such members.
    /// </summary>
    public static class distributed
    {
        private static nint s_group;

        /// <summary>This process's place in the group, from 0; 0 without a group.</summary>
        public static int rank { get; private set; }

        /// <summary>Processes in the group; 1 without a group.</summary>
        public static int world_size { get; private set; } = 1;

        /// <summary>Whether this process is in a group.</summary>
        public static bool is_initialized() => s_group != 0;

        /// <summary>Joins the other processes of this machine, and waits until all are there.</summary>
        /// <param name="file">A file that is not there yet and that all name; it stays.</param>
        /// <param name="rank">This process's place, from 0.</param>
        /// <param name="world_size">How many there are.</param>
        /// <param name="timeout">How long others are waited for, now and in every sum.</param>
        /// <exception cref="InvalidOperationException">It is in a group already.</exception>
        /// <exception cref="ExternalException">The others did not come, or libtorch's package has no Gloo.</exception>
        public static void init_process_group(string file, int rank, int world_size, TimeSpan timeout)
        {
            if (is_initialized())
                throw new InvalidOperationException("This process is in a group already: destroy_process_group() leaves it");
            if (rank < 0 || rank >= world_size)
                throw new ArgumentOutOfRangeException(nameof(rank), rank, $"The rank has to be from 0 to {world_size - 1}");
            Check(Shim.shim_gloo_join(file, rank, world_size, (long)timeout.TotalMilliseconds, out s_group));
            (distributed.rank, distributed.world_size) = (rank, world_size);
        }

        /// <summary>Replaces a tensor by its sum over all processes, which all ask for in the same order.</summary>
        /// <exception cref="ExternalException">Another process has ended, or did not come in time.</exception>
        public static void all_reduce(Tensor tensor)
        {
            if (!is_initialized())
                return;
            Check(Shim.shim_gloo_sum(s_group, tensor.Handle));
            GC.KeepAlive(tensor);
        }

        /// <summary>Leaves the group.</summary>
        public static void destroy_process_group()
        {
            if (!is_initialized())
                return;
            Shim.shim_gloo_leave(s_group);
            (s_group, rank, world_size) = (0, 0, 1);
        }

        private static void Check(int code)
        {
            if (code != 0)
                throw new ExternalException(Marshal.PtrToStringUTF8(Shim.shim_gloo_error()));
        }
    }
}
