using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Attention and two linear layers, each added to its input and normalised after (Vaswani et al. 2017): (steps, batch, width).</summary>
    public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor, Tensor>
    {
        private readonly SelfAttention self_attn;
        private readonly Linear linear1;
        private readonly Linear linear2;
        private readonly LayerNorm norm1;
        private readonly LayerNorm norm2;
        private readonly Dropout dropout;
        private readonly Settings _settings;

        internal TransformerEncoderLayer(Settings settings)
            : base(nameof(TransformerEncoderLayer))
        {
            _settings = settings;
            self_attn = new SelfAttention(settings.Width, settings.Heads, settings.Dropout, null, null);
            linear1 = nn.Linear(settings.Width, settings.Inner);
            linear2 = nn.Linear(settings.Inner, settings.Width);
            norm1 = nn.LayerNorm(settings.Width);
            norm2 = nn.LayerNorm(settings.Width);
            dropout = nn.Dropout(settings.Dropout);
            RegisterComponents();
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => Run(input, null, null);

        /// <summary>Runs it with a mask, (steps, steps), that is added to the scores.</summary>
        public Tensor call(Tensor src, Tensor src_mask) => Run(src, src_mask, null);

        /// <summary>Runs it with a mask, and with steps, (batch, steps), that nothing may attend to.</summary>
        public Tensor call(Tensor src, Tensor src_mask, Tensor src_key_padding_mask) => Run(src, src_mask, src_key_padding_mask);

        /// <summary>A layer of the same shape with weights of its own that start from the same values.</summary>
        internal TransformerEncoderLayer Copy()
        {
            var copy = new TransformerEncoderLayer(_settings);
            copy.load_state_dict(state_dict());
            return copy;
        }

        internal Tensor Run(Tensor input, Tensor? mask, Tensor? padding)
        {
            using var scope = NewDisposeScope();
            var attended = norm1.call(input + dropout.call(self_attn.call(input, mask, padding)));
            var inner = linear1.call(attended);
            inner = dropout.call(_settings.Activation == nn.Activations.ReLU ? inner.relu() : inner.gelu());
            return norm2.call(attended + dropout.call(linear2.call(inner))).MoveToOuterDisposeScope();
        }

        internal sealed record Settings(long Width, long Heads, long Inner, double Dropout, nn.Activations Activation);
    }

    /// <summary>Encoder layers one after the other: (steps, batch, width) to the same.</summary>
    public sealed class TransformerEncoder : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
    {
        private readonly ModuleList<TransformerEncoderLayer> layers;

        internal TransformerEncoder(TransformerEncoderLayer layer, long count)
            : base(nameof(TransformerEncoder))
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
            layers = new ModuleList<TransformerEncoderLayer>([layer, .. Enumerable.Range(1, (int)count - 1).Select(_ => layer.Copy())]);
            RegisterComponents();
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input1, Tensor? input2, Tensor? input3)
        {
            using var scope = NewDisposeScope();
            var current = input1;
            foreach (var layer in layers)
                current = layer.Run(current, input2, input3);
            return current.MoveToOuterDisposeScope();
        }

        /// <summary>Runs it.</summary>
        public Tensor call(Tensor src) => forward(src, null, null);

        /// <summary>Runs it with a mask, (steps, steps), that is added to the scores.</summary>
        public Tensor call(Tensor src, Tensor src_mask) => forward(src, src_mask, null);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>What stands between the two linear layers of a transformer.</summary>
            public enum Activations
            {
                /// <summary>max(x, 0).</summary>
                ReLU = 0,

                /// <summary>x times the normal distribution function of x.</summary>
                GELU = 1,
            }

            /// <summary>One layer of a transformer's encoder.</summary>
            /// <param name="d_model">Width of every step.</param>
            /// <param name="nhead">Heads; the width divides into them.</param>
            /// <param name="dim_feedforward">Width between the two linear layers.</param>
            /// <param name="dropout">While learning.</param>
            /// <param name="activation">Between the two linear layers.</param>
            public static Modules.TransformerEncoderLayer TransformerEncoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU)
                => new(new(d_model, nhead, dim_feedforward, dropout, activation));

            /// <summary>A transformer's encoder: the layer given and copies of it.</summary>
            public static Modules.TransformerEncoder TransformerEncoder(Modules.TransformerEncoderLayer encoder_layer, long num_layers) => new(encoder_layer, num_layers);
        }
    }
}
