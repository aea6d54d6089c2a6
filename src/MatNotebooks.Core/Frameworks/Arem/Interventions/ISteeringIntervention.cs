namespace MatNotebooks.Frameworks.Arem.Interventions;

/// <summary>One of the five steering interventions of the paper's Table 2: it sees its disequilibrium in figures, and changes what brings it back.</summary>
public interface ISteeringIntervention
{
    /// <summary>Name in Table 2.</summary>
    string Name { get; }

    /// <summary>The disequilibrium it is for, as Table 2 names it.</summary>
    string Risk { get; }

    /// <summary>Whether the disequilibrium is there.</summary>
    bool IsNeeded(in CampaignVitals vitals);

    /// <summary>The plan that relieves it; the same where it is not there.</summary>
    CampaignPlan Apply(CampaignPlan plan, in CampaignVitals vitals);
}
