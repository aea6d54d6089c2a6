namespace MatNotebooks.Cluster.Slurm;

/// <summary>A job of the cluster that holds a core and runs one program after the other, as its folder tells it.</summary>
/// <param name="Job">Job id of its array.</param>
/// <param name="Index">Its index in the array.</param>
/// <param name="Node">The node it runs on; empty while it waits for one.</param>
internal sealed record SlurmPilot(string Job, int Index, string Node)
{
    private const int Patience = 1800; // tenths of a second without work

    /// <summary>Programs it was given that have not ended, by key, the first first.</summary>
    public List<string> Given { get; } = [];

    /// <summary>Whether it takes no more.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>Name of its folder.</summary>
    public string Name => $"{Job}-{Index}";

    /// <summary>The script of an array of pilots; a node needs no more than a shell and coreutils.</summary>
    /// <param name="jobs">Folder of the programs.</param>
    /// <param name="pilots">Folder of the pilots' own folders.</param>
    public static string Script(string jobs, string pilots) =>
        $$"""
        #!/bin/sh
        me={{SlurmScript.Quoted(pilots)}}/"$SLURM_ARRAY_JOB_ID-$SLURM_ARRAY_TASK_ID"
        mkdir -p "$me" || exit 1
        idle=0
        while [ ! -e "$me/stop" ] && [ $idle -lt {{Patience}} ]; do
          idle=$((idle + 1))
          for job in "$me"/todo-*; do
            [ -e "$job" ] || break
            (cd {{SlurmScript.Quoted(jobs)}}/"${job##*-}" && exec /bin/sh ./run.sh)
            rm -f "$job"
            idle=0
            [ -e "$me/stop" ] && break
          done
          [ $idle -eq 0 ] || sleep 0.1
        done
        rm -rf "$me"

        """;
}
