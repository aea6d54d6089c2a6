namespace MatNotebooks.Frameworks.Arem.Campaigns;

/// <summary>How each candidate of a campaign stands.</summary>
internal sealed class CandidateBook(RecordedCampaign campaign)
{
    private readonly CandidateMark[] marks = new CandidateMark[campaign.Count];
    private readonly byte[] attempts = new byte[campaign.Count];

    public RecordedCampaign Campaign => campaign;

    /// <summary>What the model may learn from: coarse and fine encodings of labelled candidates.</summary>
    public (LinearBelief Coarse, LinearBelief Fine) Known { get; } = (new(RecordedCampaign.CoarseDimensions), new(RecordedCampaign.FineDimensions));

    public int Labels { get; private set; }

    public int CoarseCount { get; private set; }

    public int FineCount { get; private set; }

    public CandidateMark this[int candidate] => marks[candidate];

    /// <summary>How often a candidate was begun.</summary>
    public int Attempts(int candidate) => attempts[candidate];

    public ReadOnlySpan<float> Coarse(int candidate) => campaign.Coarse.AsSpan(candidate * RecordedCampaign.CoarseDimensions, RecordedCampaign.CoarseDimensions);

    public ReadOnlySpan<float> Fine(int candidate) => campaign.Fine.AsSpan(candidate * RecordedCampaign.FineDimensions, RecordedCampaign.FineDimensions);

    public void Encode(int candidate, CandidateMark level)
    {
        if (level == CandidateMark.Coarse) CoarseCount++;
        else FineCount++;
        marks[candidate] |= level;
    }

    public void Begin(int candidate)
    {
        marks[candidate] |= CandidateMark.Taken;
        if (attempts[candidate] < byte.MaxValue) attempts[candidate]++;
    }

    public void Release(int candidate) => marks[candidate] &= ~CandidateMark.Taken;

    public void Label(int candidate)
    {
        Labels++;
        Known.Coarse.Add(Coarse(candidate), campaign.Scores[candidate]);
        Known.Fine.Add(Fine(candidate), campaign.Scores[candidate]); // a labelled candidate is encoded with its training
    }
}

/// <summary>What is done of a candidate.</summary>
[Flags]
internal enum CandidateMark : byte
{
    None = 0,
    Coarse = 1,
    Fine = 2,
    Taken = 4,
}
