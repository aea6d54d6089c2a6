using MatNotebooks.Frameworks.Arem.Campaigns;
using MatNotebooks.Frameworks.Arem.Policies;

namespace MatNotebooks.Frameworks.Arem.Interventions;

/// <summary>What an intervention can change: what a campaign has and what its tasks cost, and who divides its cores.</summary>
/// <param name="Settings">Cores, budget, costs and times.</param>
/// <param name="Policy">Makes the policy, a fresh one for each run.</param>
public sealed record CampaignPlan(CampaignSettings Settings, Func<IAllocationPolicy> Policy);
