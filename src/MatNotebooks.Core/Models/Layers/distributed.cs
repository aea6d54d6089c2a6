#if TORCHSHARP_PACKAGE
using static TorchSharp.torch;

namespace MatNotebooks;

/// <summary>Processes that compute together, which the package TorchSharp does not have: there is always one.</summary>
internal static class distributed
{
    public static int rank => 0;

    public static int world_size => 1;

    public static bool is_initialized() => false;

    public static void init_process_group(string file, int rank, int world_size, TimeSpan timeout) =>
        throw new NotSupportedException("The package TorchSharp cannot train with several processes; build with -p:TorchProvider=libtorch.");

    public static void all_reduce(Tensor tensor)
    {
    }

    public static void destroy_process_group()
    {
    }
}
#endif
