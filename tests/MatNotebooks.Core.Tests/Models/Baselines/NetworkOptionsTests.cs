using MatNotebooks.Models.Baselines;

namespace MatNotebooks.Core.Tests.Models.Baselines;

public sealed class NetworkOptionsTests
{
    public static TheoryData<string, Action> Wrong => new()
    {
        { "Width is 0; it must be at least 1.", () => _ = new LstmOptions { Width = 0 } },
        { "Targets is 0; it must be at least 1.", () => _ = new SchNetOptions { Targets = 0 } },
        { "Conditions is -1; it must be at least 0.", () => _ = new CgcnnOptions { Conditions = -1 } },
        { "Layers is 0; it must be at least 1.", () => _ = new GruOptions { Layers = 0 } },
        { "Dropout is 1; it must be in [0, 1).", () => _ = new TcnOptions { Dropout = 1 } },
        { "Dropout is NaN; it must be in [0, 1).", () => _ = new TcnOptions { Dropout = double.NaN } },
        { "KernelSize is 1; it must be at least 2.", () => _ = new TcnOptions { KernelSize = 1 } },
        { "LearnedElementWidth is -1; it must be at least 0.", () => _ = new TransformerOptions { LearnedElementWidth = -1 } },
        { "Width is 10 and Heads is 4; the width must be a multiple of the heads.", () => _ = new TransformerModel(new() { Width = 10 }) },
        { "Width is 10 and Heads is 4; the width must be a multiple of the heads.", () => _ = new InformerModel(new() { Width = 10 }) },
        { "Factor is 0; it must be at least 1.", () => _ = new InformerOptions { Factor = 0 } },
        { "Width is 6; it must be a multiple of 4, the convolutions side by side.", () => _ = new MtgnnModel(new() { Width = 6 }) },
        { "Neighbors is 0; it must be at least 1.", () => _ = new MtgnnOptions { Neighbors = 0 } },
        { "Trees is 0; it must be at least 1.", () => _ = new RandomForestOptions { Trees = 0 } },
        { "FeatureShare is 0; it must be in (0, 1].", () => _ = new RandomForestOptions { FeatureShare = 0 } },
        { "There are 1 rows of features and 2 targets; they must be as many.", () => RandomForest.Fit([[1]], [1, 2], new()) },
        { "Feature 1 of row 0 is NaN; it must be finite.", () => RandomForest.Fit([[1, double.NaN]], [1], new()) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_named_with_its_value_and_limit(string message, Action act) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);
}
