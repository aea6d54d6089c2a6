using System.Globalization;

namespace MatNotebooks.Kernel.Requests;

/// <summary>The process that started the kernel: when it dies without a word, nobody can end the kernel any more.</summary>
internal static class ParentProcess
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Calls the action when the process that Jupyter names in JPY_PARENT_PID is gone; does nothing where it names none.</summary>
    public static IDisposable? Watch(Action gone)
    {
        var named = Environment.GetEnvironmentVariable("JPY_PARENT_PID");
        if (!OperatingSystem.IsLinux() || !int.TryParse(named, CultureInfo.InvariantCulture, out var id) || id <= 1)
            return null;
        return new Timer(_ =>
        {
            if (!Directory.Exists($"/proc/{id}"))
                gone();
        }, null, Pause, Pause);
    }
}
