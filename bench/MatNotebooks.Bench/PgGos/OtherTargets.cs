namespace MatNotebooks.Bench.PgGos;

/// <summary>Targets as rare as the reported one, on the same perovskites.</summary>
internal static class OtherTargets
{
    /// <summary>Name and target: PG-GOS's scales were chosen on those named "chosen-on", and on no other.</summary>
    public static IReadOnlyList<(string Name, string Target)> All { get; } =
    [
        ("chosen-on-1", "heat_all<=0.2, ind_gap>=3.1"),
        ("chosen-on-2", "heat_all<=0.5, 0.5<=ind_gap<=1.0"),
        ("chosen-on-3", "0.22<=heat_all<=0.4, 2<=ind_gap<=3"),
        ("chosen-on-4", "heat_all<=0.4, ind_gap>=5"),
        ("chosen-on-5", "heat_all<=-0.04, ind_gap>=0.1"),
        ("chosen-on-6", "heat_all<=0.4, 0.1<=ind_gap<=1.2"),
        ("chosen-on-7", "0.42<=heat_all<=0.6, 1<=ind_gap<=1.4"),
        ("chosen-on-8", "0.5<=heat_all<=1, 3.5<=ind_gap<=4.5"),
        ("chosen-on-9", "0.6<=heat_all<=0.8, 1.5<=ind_gap<=2.5"),
        ("held-back-1", "heat_all<=0.16, dir_gap>=4"),
        ("held-back-2", "0.3<=heat_all<=0.5, 3<=ind_gap<=3.6"),
        ("held-back-3", "heat_all>=1.2, ind_gap>=1.2"),
    ];
}
