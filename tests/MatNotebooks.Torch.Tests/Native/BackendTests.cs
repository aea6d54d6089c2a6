using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Torch.Tests.Native;

[Collection(Alone.Name)]
public sealed class BackendTests
{
    [Fact]
    public void Tf32_is_off_for_products_and_can_be_switched()
    {
        var convolutions = backends.cudnn.allow_tf32;
        try
        {
            Assert.False(backends.cuda.matmul.allow_tf32);
            backends.cuda.matmul.allow_tf32 = true;
            backends.cudnn.allow_tf32 = !convolutions;
            Assert.True(backends.cuda.matmul.allow_tf32);
            Assert.Equal(!convolutions, backends.cudnn.allow_tf32);
        }
        finally
        {
            (backends.cuda.matmul.allow_tf32, backends.cudnn.allow_tf32) = (false, convolutions);
        }
    }
}
