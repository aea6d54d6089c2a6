using System.Globalization;

namespace MatNotebooks.Cluster.Slurm;

/// <summary>The shell scripts that run on the nodes; a node needs no more than a shell, coreutils and the program itself.</summary>
internal static class SlurmScript
{
    /// <summary>The script of a job array: element n runs the job in line n of the list.</summary>
    /// <param name="jobs">Folder of the jobs.</param>
    /// <param name="list">File with the name of a job's folder in each line.</param>
    public static string OfArray(string jobs, string list) =>
        $$"""
        #!/bin/sh
        job=$(sed -n "${SLURM_ARRAY_TASK_ID}p" {{Quoted(list)}}) || exit 1
        cd {{Quoted(jobs)}}/"$job" || exit 1
        exec /bin/sh ./run.sh

        """;

    /// <summary>The script of one job.</summary>
    /// <remarks>
    /// Each attempt has a folder of its own, because a node that was given up may still be computing; the first that ends names its folder
    /// as the result, and no other can. Output goes through pipes that close when it is too much.
    /// </remarks>
    public static string OfJob(ProcessJob job, SlurmOptions options)
    {
        var words = options.Container.Append(job.Program).Concat(job.Arguments).Select(Quoted);
        var seconds = Math.Ceiling(job.Limit.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return string.Join(
            '\n',
            [
                "[ -e result ] && exit 0",
                "try=try-$SLURM_JOB_ID-${SLURM_RESTART_COUNT:-0}",
                "rm -rf \"$try\" && mkdir \"$try\" && cp -R in \"$try/work\" && cd \"$try/work\" && mkfifo ../o ../e || exit 1",
                options.Prologue,
                .. job.Environment.Select(variable => $"export {variable.Key}={Quoted(variable.Value)}"),
                job.Memory is { } memory ? $"ulimit -v {memory / 1024} || exit 1" : "",
                $"head -c {job.MostOutput + 1} <../o >../stdout & out=$!",
                $"head -c {job.MostOutput + 1} <../e >../stderr & err=$!",
                "begun=$(date +%s%3N)",
                $"timeout -k 5 {seconds} {string.Join(' ', words)} <../../input >../o 2>../e",
                "code=$?",
                "wait $out $err",
                "{ echo $code $(($(date +%s%3N) - begun)) ${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID \"$SLURMD_NODENAME\" && times; } >../end.part && mv ../end.part ../end || exit 1",
                "cd ../.. && rm -f \"$try/o\" \"$try/e\" && ln -s \"$try\" result",
                "exit $code",
                "",
            ]);
    }

    /// <summary>A word as the shell reads it back.</summary>
    public static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
