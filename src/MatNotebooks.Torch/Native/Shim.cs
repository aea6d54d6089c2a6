using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>The C functions of native/shim.cpp, one to one. Those marked to suppress the transition return in nanoseconds.</summary>
internal static unsafe class Shim
{
    internal const string Library = "matnb_torch";

    /// <summary>What shim.cpp calls: the same order as its struct Callbacks.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Callbacks
    {
        internal delegate* unmanaged<nint, nint, nint*, int, nint*, int, long> Backward;
        internal delegate* unmanaged<nint, void> Release;
        internal delegate* unmanaged<nint, void> FreeNode;
        internal delegate* unmanaged<nint, void> FreeBlob;
    }

    /// <summary>Before the first import is looked up.</summary>
#pragma warning disable CA2255 // a library that carries its native half has no later moment
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(Shim).Assembly, LibtorchLoader.Resolve);

    [DllImport(Library)] internal static extern nint shim_error();
    [DllImport(Library)] internal static extern long shim_error_ticket();
    [DllImport(Library)] internal static extern nint shim_libtorch_version();

    [DllImport(Library)] internal static extern int shim_operator([MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string overload, out nint op);
    [DllImport(Library)] internal static extern int shim_call(nint op, Slot* args, int count, Slot* results, int wanted);
    [DllImport(Library)] internal static extern void shim_free(nint memory);

    [DllImport(Library)] internal static extern void shim_tensor_free(nint tensor);
    [DllImport(Library), SuppressGCTransition] internal static extern nint shim_tensor_share(nint tensor);
    [DllImport(Library), SuppressGCTransition] internal static extern int shim_tensor_ndim(nint tensor);
    [DllImport(Library), SuppressGCTransition] internal static extern long shim_tensor_numel(nint tensor);
    [DllImport(Library), SuppressGCTransition] internal static extern int shim_tensor_dtype(nint tensor);
    [DllImport(Library), SuppressGCTransition] internal static extern void shim_tensor_device(nint tensor, out int type, out int index);
    [DllImport(Library), SuppressGCTransition] internal static extern void shim_tensor_sizes(nint tensor, long* sizes);
    [DllImport(Library)] internal static extern int shim_tensor_strides(nint tensor, long* strides);
    [DllImport(Library), SuppressGCTransition] internal static extern long shim_tensor_storage_offset(nint tensor);
    [DllImport(Library), SuppressGCTransition] internal static extern int shim_tensor_is_contiguous(nint tensor);
    [DllImport(Library)] internal static extern int shim_tensor_data(nint tensor, out nint data);
    [DllImport(Library), SuppressGCTransition] internal static extern void shim_tensor_bump_version(nint tensor);
    [DllImport(Library)] internal static extern int shim_tensor_from_blob(nint data, long* sizes, int ndim, int dtype, nint state, out nint tensor);

    [DllImport(Library), SuppressGCTransition] internal static extern int shim_grad_mode();
    [DllImport(Library), SuppressGCTransition] internal static extern void shim_set_grad_mode(int on);
    [DllImport(Library), SuppressGCTransition] internal static extern int shim_requires_grad(nint tensor);
    [DllImport(Library)] internal static extern int shim_set_requires_grad(nint tensor, int on);
    [DllImport(Library)] internal static extern int shim_is_leaf(nint tensor);
    [DllImport(Library)] internal static extern int shim_retain_grad(nint tensor);
    [DllImport(Library)] internal static extern nint shim_grad(nint tensor);
    [DllImport(Library)] internal static extern int shim_set_grad(nint tensor, nint grad);
    [DllImport(Library)] internal static extern int shim_backward(nint* roots, int count, nint* grads, int retain, int create, nint* inputs, int inputCount);
    [DllImport(Library)] internal static extern int shim_gradients(nint* roots, int count, nint* inputs, int inputCount, nint* grads, int retain, int create, int allowUnused, nint* results);
    [DllImport(Library)] internal static extern int shim_node_attach(nint state, nint* inputs, int count, nint* outputs, int outputCount, nint* kept, byte* isOutput, int keptCount, nint* saved);
    [DllImport(Library)] internal static extern int shim_saved_unpack(nint saved, nint node, out nint tensor);
    [DllImport(Library)] internal static extern void shim_saved_free(nint saved);

    [DllImport(Library)] internal static extern int shim_manual_seed(ulong seed);
    [DllImport(Library)] internal static extern int shim_generator(int deviceType, int deviceIndex, int isDefault, out nint generator);
    [DllImport(Library)] internal static extern void shim_generator_free(nint generator);
    [DllImport(Library)] internal static extern int shim_generator_seed(nint generator, int set, ref ulong seed);
    [DllImport(Library)] internal static extern int shim_generator_state(nint generator, nint set, out nint state);

    [DllImport(Library)] internal static extern int shim_threads();
    [DllImport(Library)] internal static extern void shim_set_threads(int count);
    [DllImport(Library)] internal static extern int shim_interop_threads();
    [DllImport(Library)] internal static extern int shim_set_interop_threads(int count);
    [DllImport(Library)] internal static extern int shim_set_flush_denormal(int on);
    [DllImport(Library)] internal static extern int shim_cuda_count();
    [DllImport(Library)] internal static extern int shim_cuda_synchronize(int index);
    [DllImport(Library)] internal static extern nint shim_gloo_error();
    [DllImport(Library)] internal static extern int shim_gloo_join([MarshalAs(UnmanagedType.LPUTF8Str)] string file, int rank, int size, long timeoutMs, out nint group);
    [DllImport(Library)] internal static extern int shim_gloo_sum(nint group, nint tensor);
    [DllImport(Library)] internal static extern void shim_gloo_leave(nint group);

    [DllImport(Library)] internal static extern int shim_tf32(int library);
    [DllImport(Library)] internal static extern int shim_set_tf32(int library, int on);
}
