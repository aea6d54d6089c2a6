using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Torch.Tests.Optimizers;

public sealed class OptimizerTests
{
    public static TheoryData<string> Cases => [.. Reference.Names("optimizers")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Walks_as_PyTorch_walks(string name)
    {
        using var parameter = new Parameter(Reference.Filled([7]));
        using var optimizer = Make(name, parameter);
        foreach (var (expected, step) in Reference.Rows("optimizers", name).Select((row, i) => (row, i)))
        {
            Step(optimizer, parameter, step);
            Reference.Near(expected, parameter.data<double>().ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Walks_the_same_in_single_precision_where_Adam_is_fused(string name)
    {
        using var parameter = new Parameter(Reference.Filled([7]).to_type(ScalarType.Float32));
        using var optimizer = Make(name, parameter);
        foreach (var (expected, step) in Reference.Rows("optimizers", name).Select((row, i) => (row, i)))
        {
            Step(optimizer, parameter, step);
            Reference.Near(expected, [.. parameter.data<float>().ToArray().Select(v => (double)v)], 2e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Goes_on_after_saving_as_if_it_had_not_stopped(string name)
    {
        using var whole = new Parameter(Reference.Filled([37]));
        using var optimizer = Make(name, whole);
        for (var step = 0; step < 3; step++)
            Step(optimizer, whole, step);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        optimizer.save_state_dict(writer);
        using var resumed = new Parameter(whole.detach().clone());
        for (var step = 3; step < 6; step++)
            Step(optimizer, whole, step);

        using var other = Make(name, resumed);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        other.load_state_dict(reader);
        for (var step = 3; step < 6; step++)
            Step(other, resumed, step);
        Assert.Equal(whole.data<double>().ToArray(), resumed.data<double>().ToArray());
    }

    [Theory]
    [InlineData(false, 0.0, false)]
    [InlineData(false, 0.1, true)]
    [InlineData(true, 0.1, false)]
    public void Many_parameters_at_once_walk_as_each_alone(bool decoupled, double decay, bool maximize)
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var rule = new AdamSettings(0.9, 0.99, 1e-6, decay, false, maximize) { Decoupled = decoupled };
        Parameter[] together = [.. Enumerable.Range(1, 4).Select(i => new Parameter(Reference.Filled([i, 3])))];
        Parameter[] alone = [.. together.Select(parameter => new Parameter(parameter.detach().clone()))];
        AdamMemory[] memories = [.. together.Select(parameter => AdamMemory.Of(parameter, false))], others = [.. alone.Select(parameter => AdamMemory.Of(parameter, false))];
        for (var step = 0; step < 4; step++)
        {
            Tensor[] gradients = [.. together.Select((parameter, i) => (parameter * 0.3) + Math.Cos(i + step))];
            Assert.True(AdamForeach.Alike(together, memories));
            AdamForeach.Step(together, gradients, memories, rule, 0.05);
            for (var i = 0; i < alone.Length; i++)
            {
                others[i].Steps++;
                AdamRule.ComposedStep(alone[i], gradients[i], others[i], rule, 0.05);
                Assert.Equal(alone[i].data<double>().ToArray(), together[i].data<double>().ToArray(), (one, other) => Math.Abs(one - other) < 1e-12);
            }
        }
        Assert.False(AdamForeach.Suits(together, memories)); // on the processor each step is one pass over memory
    }

    [Fact]
    public void A_state_of_another_optimiser_is_refused()
    {
        using var parameter = new Parameter(zeros(2));
        using var adam = optim.Adam([parameter]);
        using var sgd = optim.SGD([parameter], 0.1);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        adam.save_state_dict(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        var e = Assert.Throws<InvalidDataException>(() => sgd.load_state_dict(reader));
        Assert.Contains("Adam", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_learn_at_their_own_rates()
    {
        using var slow = new Parameter(zeros(1));
        using var fast = new Parameter(zeros(1));
        using var optimizer = optim.SGD([new SGD.ParamGroup([slow], lr: 0.1), new SGD.ParamGroup { Parameters = [fast] }], 1.0);
        Assert.Equal([0.1, 1.0], optimizer.ParamGroups.Select(g => g.LearningRate));
        slow.grad = ones(1);
        fast.grad = ones(1);
        optimizer.step();
        Assert.Equal(-0.1f, slow.item<float>());
        Assert.Equal(-1f, fast.item<float>());
    }

    [Fact]
    public void A_gradient_forgotten_changes_nothing()
    {
        using var parameter = new Parameter(ones(3));
        using var optimizer = optim.AdamW([parameter], weight_decay: 0.1);
        parameter.grad = ones(3);
        optimizer.zero_grad();
        Assert.Null(parameter.grad);
        optimizer.step();
        Assert.Equal([1f, 1f, 1f], parameter.data<float>().ToArray());
    }

    [Fact]
    public void Gradients_are_clipped_together()
    {
        using var a = new Parameter(zeros(1));
        using var b = new Parameter(zeros(1));
        (a.grad, b.grad) = (tensor(new[] { 3f }), tensor(new[] { 4f }));
        Assert.Equal(5, nn.utils.clip_grad_norm_([a, b], 1), 6);
        Assert.Equal(0.6f, a.grad!.item<float>(), 1e-5f);
        Assert.Equal(0.8f, b.grad!.item<float>(), 1e-5f);
    }

    private static void Step(OptimizerHelper optimizer, Parameter parameter, int step)
    {
        using var scope = NewDisposeScope();
        var count = parameter.numel();
        var wave = tensor(Enumerable.Range(0, (int)count).Select(i => Math.Cos(i + step)).ToArray()).to_type(parameter.dtype);
        parameter.grad = (0.3 * parameter.detach()) + wave;
        optimizer.step();
    }

    private static OptimizerHelper Make(string name, Parameter p) => name switch
    {
        "sgd" => optim.SGD([p], 0.1),
        "sgd momentum" => optim.SGD([p], 0.1, momentum: 0.9, dampening: 0.1, weight_decay: 0.01),
        "sgd nesterov" => optim.SGD([p], 0.1, momentum: 0.9, nesterov: true),
        "adam" => optim.Adam([p], 0.05),
        "adam decay" => optim.Adam([p], 0.05, 0.8, 0.99, 1e-6, 0.1),
        "adam amsgrad" => optim.Adam([p], 0.05, amsgrad: true),
        "adam maximize" => optim.Adam([p], 0.05, maximize: true),
        "adamw" => optim.AdamW([p], 0.05, weight_decay: 0.1),
        "adamw amsgrad" => optim.AdamW([p], 0.05, weight_decay: 0.1, amsgrad: true),
        _ => throw new ArgumentException($"No optimiser is called {name}", nameof(name)),
    };
}
