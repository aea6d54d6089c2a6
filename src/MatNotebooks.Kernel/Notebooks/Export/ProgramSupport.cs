namespace MatNotebooks.Kernel.Notebooks.Export;

/// <summary>The few lines that stand in an exported program for what the notebook host does.</summary>
internal static class ProgramSupport
{
    /// <summary>Reads parameters from the command line.</summary>
    public const string Arguments = """
        static class Arguments
        {
            // The value given as name=value, else the notebook's own.
            public static T Value<T>(string[] args, string name, T otherwise) where T : IParsable<T>
            {
                if (args.LastOrDefault(text => text.StartsWith(name + "=")) is not { } given) return otherwise;
                if (T.TryParse(given[(name.Length + 1)..], System.Globalization.CultureInfo.InvariantCulture, out var value)) return value;
                Stop($"{given}: {name} is of type {typeof(T).Name}");
                return otherwise;
            }

            public static void Check(string[] args, params string[] names)
            {
                if (args.FirstOrDefault(text => !names.Contains(text.Split('=')[0]) || !text.Contains('=')) is { } unknown)
                    Stop($"{unknown}: parameters are name=value, and the names are {string.Join(", ", names)}");
            }

            private static void Stop(string message)
            {
                Console.Error.WriteLine(message);
                Environment.Exit(2);
            }
        }
        """;

    /// <summary>Shows the value a cell ends in, where it has one.</summary>
    public const string Ending = """
        static class Ending
        {
            public static void Show<T>(Func<T> value) => display(value());

            public static void Show(Action action) => action();

            public static async Task ShowAsync<T>(Func<Task<T>> value) => display(await value());

            public static Task ShowAsync(Func<Task> action) => action();
        }
        """;
}
