using TorchSharp.Serialization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Saves a tensor to a file, in TorchSharp's format.</summary>
    public static void save(Tensor t, string location) => t.save(location);

    /// <summary>A tensor from a file in TorchSharp's format.</summary>
    public static Tensor load(string location) => Tensor.load(location);

    public partial class Tensor
    {
        /// <summary>Saves the tensor to a file, in TorchSharp's format.</summary>
        public void save(string location)
        {
            using var stream = File.Create(location);
            this.Save(stream);
        }

        /// <summary>A tensor from a file in TorchSharp's format.</summary>
        public static Tensor load(string location)
        {
            using var reader = new BinaryReader(File.OpenRead(location));
            return TensorFile.Read(reader);
        }

        /// <summary>A tensor in TorchSharp's format.</summary>
        public static Tensor Load(BinaryReader reader) => TensorFile.Read(reader);
    }
}
