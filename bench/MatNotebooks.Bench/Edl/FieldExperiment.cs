namespace MatNotebooks.Bench.Edl;

/// <summary>Placeholder.</summary>
internal sealed class FieldExperiment(CurveExperiment curves)
{
    public void Run() => _ = curves.Settings;
}
