using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Random numbers.
    public partial class Tensor
    {
        /// <summary>Standard normal numbers times std plus mean, in place.</summary>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) => Aten.Into("normal_", this, mean, std, generator);

        /// <summary>Numbers uniform between two bounds, in place.</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null) => Aten.Into("uniform_", this, from, to, generator);

        /// <summary>Exponentially distributed numbers, in place.</summary>
        public Tensor exponential_(double lambda = 1, Generator? generator = null) => Aten.Into("exponential_", this, lambda, generator);

        /// <summary>1 with probability p, else 0, in place.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Aten.Into("bernoulli_.float", this, p, generator);

        /// <summary>1 with the probability each element states, else 0.</summary>
        public Tensor bernoulli(Generator? generator = null) => Aten.Call("bernoulli", this, generator);

        /// <summary>Indices drawn with the weights each row states.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) => Aten.Call("multinomial", this, num_samples, replacement, generator);
    }

    /// <summary>1 with the probability each element states, else 0.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    /// <summary>Indices drawn with the weights each row states.</summary>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) => input.multinomial(num_samples, replacement, generator);
}
