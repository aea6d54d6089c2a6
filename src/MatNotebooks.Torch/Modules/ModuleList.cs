using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules in a list, under the names 0, 1, ...</summary>
    public class ModuleList<T> : nn.Module, IList<T>
        where T : nn.Module
    {
        private readonly List<T> _list = [];
        private bool _registered;

        /// <summary>A list of modules.</summary>
        public ModuleList(params T[] modules)
            : base(nameof(ModuleList<>)) => _list.AddRange(modules);

        /// <summary>How many modules.</summary>
        public int Count => _list.Count;

        /// <summary>Whether it cannot be changed: once it is part of a module.</summary>
        public bool IsReadOnly => _registered;

        /// <summary>The module of a place.</summary>
        public T this[int index]
        {
            get => _list[index];
            set => Changeable()[index] = value;
        }

        /// <summary>Adds a module.</summary>
        public void Add(T item) => Changeable().Add(item);

        /// <summary>Adds modules.</summary>
        public void append(params T[] parameters) => Changeable().AddRange(parameters);

        /// <summary>Adds modules.</summary>
        public void extend(IEnumerable<T> modules) => Changeable().AddRange(modules);

        /// <summary>Takes all modules out.</summary>
        public void Clear() => Changeable().Clear();

        /// <summary>Whether a module is in it.</summary>
        public bool Contains(T item) => _list.Contains(item);

        /// <summary>Copies the modules to an array.</summary>
        public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

        /// <summary>The modules one after the other.</summary>
        public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

        /// <summary>The place of a module, or -1.</summary>
        public int IndexOf(T item) => _list.IndexOf(item);

        /// <summary>Puts a module in a place.</summary>
        public void Insert(int index, T item) => Changeable().Insert(index, item);

        /// <summary>Takes a module out.</summary>
        public bool Remove(T item) => Changeable().Remove(item);

        /// <summary>Takes the module of a place out.</summary>
        public void RemoveAt(int index) => Changeable().RemoveAt(index);

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        /// <inheritdoc/>
        protected override void RegisterComponents()
        {
            if (_registered)
                return;
            _registered = true;
            for (var i = 0; i < _list.Count; i++)
                register_module(i.ToString(System.Globalization.CultureInfo.InvariantCulture), _list[i]);
        }

        private List<T> Changeable() => !_registered ? _list
            : throw new InvalidOperationException("The list is part of a module already: fill it before RegisterComponents");
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules in a list.</summary>
            public static Modules.ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            /// <summary>Modules of one type in a list.</summary>
            public static Modules.ModuleList<T> ModuleList<T>(params T[] modules)
                where T : Module
                => new(modules);
        }
    }
}
