using MatNotebooks.Datasets;

namespace MatNotebooks.Kernel.Commands.Doctor;

/// <summary>The folders of data sets.</summary>
internal static class DataChecks
{
    public static IReadOnlyList<Finding> Run() => [Shipped(), External()];

    private static Finding Shipped()
    {
        try
        {
            return Directory.Exists(DataFolders.Shipped)
                ? Finding.Good("data", DataFolders.Shipped)
                : Finding.Missing("data", $"{DataFolders.Shipped} is not there", "git checkout data");
        }
        catch (DirectoryNotFoundException wrong)
        {
            return Finding.Missing("data", wrong.Message, "export MATNB_HOME=/path/to/the/repository");
        }
    }

    private static Finding External()
    {
        const string What = "public data";
        const string Mend = "export MATNB_DATA=/path/to/the/folder";
        try
        {
            return DataFolders.External is { } folder ? Finding.Good(What, folder) : Finding.Absent(What, "benchmarks on public sets skip", Mend);
        }
        catch (DirectoryNotFoundException wrong)
        {
            return new(What, Condition.Weak, wrong.Message, Mend);
        }
    }
}
