using TorchSharp.Serialization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Saving and loading.
        public partial class Module
        {
            /// <summary>Every parameter and saved buffer under its dotted name: the tensors themselves, not copies.</summary>
            /// <param name="destination">Where to put them; a new dictionary when null.</param>
            /// <param name="prefix">What to put before each name, with a dot.</param>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var before = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (name, parameter) in named_parameters())
                    destination.TryAdd(before + name, parameter);
                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false))
                    destination.TryAdd(before + name, buffer);
                return destination;
            }

            /// <summary>Copies tensors into the parameters and buffers of the same names.</summary>
            /// <param name="source">The tensors, by dotted name.</param>
            /// <param name="strict">Whether a name on one side only is an error.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <returns>Names not in the source, and names not in the module.</returns>
            /// <exception cref="InvalidOperationException">Strict, and the names differ.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var own = state_dict();
                var missing = own.Keys.Where(k => !source.ContainsKey(k) && skip?.Contains(k) != true).ToList();
                var unexpected = source.Keys.Where(k => !own.ContainsKey(k) && skip?.Contains(k) != true).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException($"The state does not fit {_name}: missing [{string.Join(", ", missing)}], unexpected [{string.Join(", ", unexpected)}]");
                using var off = no_grad();
                foreach (var (name, value) in source)
                {
                    if (own.TryGetValue(name, out var target) && skip?.Contains(name) != true)
                        target.copy_(value);
                }
                return (missing, unexpected);
            }

            /// <summary>Saves parameters and buffers to a file: first beside it, so that a crash leaves the old one whole.</summary>
            /// <param name="location">The file.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>This module.</returns>
            public Module save(string location, IList<string>? skip = null)
            {
                var fresh = location + ".new";
                using (var stream = File.Create(fresh))
                    save(stream, skip);
                File.Move(fresh, location, overwrite: true);
                return this;
            }

            /// <summary>Saves parameters and buffers to a stream, which stays open.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <summary>Saves parameters and buffers.</summary>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes tensors by name in TorchSharp's format: their number, then each name and tensor.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var chosen = sd.Where(entry => skip?.Contains(entry.Key) != true).ToArray();
                writer.Encode(chosen.Length);
                foreach (var (name, tensor) in chosen)
                {
                    writer.Write(name);
                    TensorFile.Write(tensor, writer);
                }
            }

            /// <summary>Loads parameters and buffers from a file that <see cref="save(string, IList{string}?)"/> wrote.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether a name on one side only is an error.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Filled with the names in the file, and whether the module has them.</param>
            /// <returns>This module.</returns>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="ArgumentException">Names or shapes differ.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            /// <summary>Loads parameters and buffers from a stream, which stays open.</summary>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Loads parameters and buffers.</summary>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                var own = state_dict();
                var entries = reader.Decode();
                if (strict && entries != own.Count)
                    throw new ArgumentException($"The file holds {entries} tensors and {_name} {own.Count}: build the module as it was when saved");
                for (var i = 0L; i < entries; i++)
                {
                    var name = reader.ReadString();
                    var known = own.TryGetValue(name, out var target);
                    if (strict && !known)
                        throw new ArgumentException($"The file holds '{name}', which {_name} has not: build the module as it was when saved");
                    if (known && skip?.Contains(name) != true)
                        TensorFile.ReadInto(target!, reader, name);
                    else
                        TensorFile.Read(reader).Dispose();
                    loadedParameters?.Add(name, known);
                }
                return this;
            }
        }
    }
}
