namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Whatever can be called with one input.</summary>
        public interface IModule<T, TResult>
        {
            /// <summary>Runs it.</summary>
            TResult call(T input1);
        }

        /// <summary>A module of one input: a deriving class writes <see cref="forward"/>, callers use <see cref="call"/>.</summary>
        public abstract class Module<T, TResult> : Module, IModule<T, TResult>
        {
            /// <summary>A module of a name, for messages.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module does.</summary>
            public abstract TResult forward(T input);

            /// <summary>Runs it.</summary>
            public TResult call(T input) => forward(input);
        }

        /// <summary>Whatever can be called with two inputs.</summary>
        public interface IModule<T1, T2, TResult>
        {
            /// <summary>Runs it.</summary>
            TResult call(T1 input1, T2 input2);
        }

        /// <summary>A module of two inputs: a deriving class writes <see cref="forward"/>, callers use <see cref="call"/>.</summary>
        public abstract class Module<T1, T2, TResult> : Module, IModule<T1, T2, TResult>
        {
            /// <summary>A module of a name, for messages.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module does.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Runs it.</summary>
            public TResult call(T1 input1, T2 input2) => forward(input1, input2);
        }

        /// <summary>Whatever can be called with three inputs.</summary>
        public interface IModule<T1, T2, T3, TResult>
        {
            /// <summary>Runs it.</summary>
            TResult call(T1 input1, T2 input2, T3 input3);
        }

        /// <summary>A module of three inputs: a deriving class writes <see cref="forward"/>, callers use <see cref="call"/>.</summary>
        public abstract class Module<T1, T2, T3, TResult> : Module, IModule<T1, T2, T3, TResult>
        {
            /// <summary>A module of a name, for messages.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module does.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>Runs it.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3) => forward(input1, input2, input3);
        }

        /// <summary>Whatever can be called with four inputs.</summary>
        public interface IModule<T1, T2, T3, T4, TResult>
        {
            /// <summary>Runs it.</summary>
            TResult call(T1 input1, T2 input2, T3 input3, T4 input4);
        }

        /// <summary>A module of four inputs: a deriving class writes <see cref="forward"/>, callers use <see cref="call"/>.</summary>
        public abstract class Module<T1, T2, T3, T4, TResult> : Module, IModule<T1, T2, T3, T4, TResult>
        {
            /// <summary>A module of a name, for messages.</summary>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module does.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);

            /// <summary>Runs it.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4) => forward(input1, input2, input3, input4);
        }
    }
}
