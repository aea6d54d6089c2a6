namespace MatNotebooks.Kernel.Tests.Protocol;

/// <summary>The real kernel over real sockets.</summary>
public sealed class ConversationTests(Conversation conversation) : IClassFixture<Conversation>
{
    public static TheoryData<string> Checks => [.. Conversation.Checks];

    [JupyterTheory]
    [MemberData(nameof(Checks))]
    public async Task It_holds(string check)
    {
        var wrong = await conversation.Wrong(check);
        Assert.True(wrong is null, wrong);
    }
}
