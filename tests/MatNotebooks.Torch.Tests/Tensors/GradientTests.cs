using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Torch.Tests.Tensors;

public sealed class GradientTests
{
    private const double Step = 1e-5;

    /// <summary>Methods that give a tensor without a gradient: comparisons, whole numbers, order, what changes in place, what makes or reads.</summary>
    private static readonly HashSet<string> s_withoutGradient =
    [
        "sign", "floor", "ceil", "round", "trunc", "floor_divide", "eq", "ne", "lt", "le", "gt", "ge", "equal", "isclose", "isnan", "isinf", "isfinite",
        "logical_and", "logical_or", "logical_xor", "logical_not", "bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_not", "all", "any", "argmax", "argmin",
        "argsort", "bincount", "count_nonzero", "nonzero", "bernoulli", "multinomial", "unique", "one_hot", "detach", "requires_grad_", "with_requires_grad",
        "get_grad", "long", "bool", "float", "cuda", "load", "Load", "MoveToOuterDisposeScope", "DetachFromDisposeScope", "MoveToOtherDisposeScope",
    ];

    public static TheoryData<string> Cases => [.. DifferentiableOperations.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_finite_differences(string name)
    {
        using var scope = NewDisposeScope();
        var operation = DifferentiableOperations.All[name];
        using var chance = new Generator(7);
        var inputs = operation.Shapes
            .Select(shape => (rand(shape, ScalarType.Float64, generator: chance) * (operation.To - operation.From) + operation.From).requires_grad_())
            .ToArray();
        var output = operation.Run(inputs);
        var weights = rand(output.shape, ScalarType.Float64, generator: chance) + 0.5;
        var gradients = autograd.grad([output], inputs, [weights]);
        for (var i = 0; i < inputs.Length; i++)
            Reference.Near(Differences(operation, inputs, i, weights), gradients[i].data<double>().ToArray(), 2e-6);
    }

    [Fact]
    public void No_operation_is_left_out()
    {
        var covered = DifferentiableOperations.All.Keys.Select(k => k.Split(' ')[0]).ToHashSet();
        var missing = typeof(Tensor).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Concat(typeof(nn.functional).GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(m => GivesTensor(m.ReturnType) && !m.Name.StartsWith("op_", StringComparison.Ordinal) && !IsInPlace(m.Name))
            .Select(m => m.Name)
            .Distinct()
            .Where(n => !covered.Contains(n) && !s_withoutGradient.Contains(n));
        Assert.Empty(missing);
    }

    [Fact]
    public void In_place_operations_agree_with_those_that_copy()
    {
        using var scope = NewDisposeScope();
        var x = Reference.Filled([3, 4]) + 1;
        var y = Reference.Filled([3, 4], 3) + 1;
        (string Name, Tensor Copied, Tensor Written)[] pairs =
        [
            ("add", x.add(y), x.clone().add_(y)), ("sub", x.sub(2), x.clone().sub_(2)), ("mul", x * y, x.clone().mul_(y)), ("div", x / y, x.clone().div_(y)),
            ("addcmul", x.addcmul(y, y, 3), x.clone().addcmul_(y, y, 3)), ("pow", x.pow(2), x.clone().pow_(2)), ("exp", x.exp(), x.clone().exp_()),
            ("clamp", x.clamp(0.9, 1.1), x.clone().clamp_(0.9, 1.1)), ("relu", (x - 1).relu(), (x - 1).relu_()), ("lerp", x.lerp(y, y), x.clone().lerp_(y, y)),
            ("masked", x.masked_fill(x > 1, 0), x.clone().masked_fill_(x > 1, 0)), ("index_add", x.index_add(0, 1L, y[..1], 2), x.clone().index_add_(0, 1L, y[..1], 2)),
        ];
        foreach (var (name, copied, written) in pairs)
            Assert.True(copied.equal(written).all().item<bool>(), name);
    }

    private static bool IsInPlace(string name) => name.EndsWith('_') && name is not "requires_grad_";

    private static bool GivesTensor(Type type)
        => type == typeof(Tensor) || type == typeof(Tensor[]) || (type.IsGenericType && type.Name.StartsWith("ValueTuple", StringComparison.Ordinal));

    private static double[] Differences(DifferentiableOperations.Case operation, Tensor[] inputs, int at, Tensor weights)
    {
        using var off = no_grad();
        var elements = inputs[at].data<double>();
        var slopes = new double[elements.Count];
        for (var e = 0; e < slopes.Length; e++)
        {
            using var scope = NewDisposeScope();
            var before = elements[e];
            elements[e] = before + Step;
            var up = (operation.Run(inputs) * weights).sum().item<double>();
            elements[e] = before - Step;
            var down = (operation.Run(inputs) * weights).sum().item<double>();
            elements[e] = before;
            slopes[e] = (up - down) / (2 * Step);
        }
        return slopes;
    }
}
