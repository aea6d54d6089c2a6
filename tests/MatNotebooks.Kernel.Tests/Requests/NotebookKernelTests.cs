using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Tests.Requests;

/// <summary>Messages in and out, without sockets.</summary>
public sealed class NotebookKernelTests : IDisposable
{
    private readonly KernelBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_cell_is_busy_echoed_answered_and_idle_in_this_order()
    {
        var said = await bench.Outbound.Finished(bench.Execute("Console.Write(\"a\"); 1 + 1"));
        Assert.Equal(["status", "execute_input", "stream", "execute_result", "execute_reply", "status"], said.Select(message => message.Type));
        Assert.Equal(("busy", "idle"), (RecordedOutbound.State(said[0]), RecordedOutbound.State(said[^1])));
        Assert.Equal(JupyterChannel.Shell, bench.Outbound.Sent.Single(each => each.Message.Type == "execute_reply").Channel);
        Assert.Equal([[.. "client"u8]], said[4].Identities);
    }

    [Fact]
    public async Task The_kernel_is_busy_again_when_a_question_beside_a_cell_is_answered()
    {
        var cell = bench.Execute("while (!Interrupted.IsCancellationRequested) Thread.Sleep(1);");
        await bench.Outbound.Until(() => bench.Outbound.For(cell).Any(), "the beginning of the cell");
        var asked = await bench.Ask("is_complete_request", new JsonObject { ["code"] = "1" });
        Assert.Equal(["status", "is_complete_reply", "status"], asked.Select(message => message.Type));
        await bench.Outbound.Until(() => RecordedOutbound.State(bench.Outbound.Sent.Last(each => each.Message.Type == "status").Message) == "busy", "a busy kernel");
        var stopped = await bench.Ask("interrupt_request", [], JupyterChannel.Control);
        Assert.Contains(stopped, message => message.Type == "interrupt_reply");
        var last = (await bench.Outbound.Finished(cell))[^1];
        Assert.Equal(("status", "idle"), (last.Type, RecordedOutbound.State(last)));
    }

    [Fact]
    public async Task What_waits_behind_a_failure_is_given_up_but_for_questions()
    {
        string[] ids = [bench.Execute("Thread.Sleep(200); throw new Exception(\"no\");"), bench.Execute("1"), bench.Execute("2")];
        var statuses = new List<string?>();
        foreach (var id in ids)
            statuses.Add(RecordedOutbound.Text((await bench.Outbound.Finished(id)).Single(message => message.Type == "execute_reply"), "status"));
        Assert.Equal(["error", "aborted", "aborted"], statuses);
    }

    [Fact]
    public async Task A_message_nobody_knows_costs_one_line()
    {
        bench.Send("dance_request", []);
        await bench.Ask("execute_request", new JsonObject { ["code"] = "1" });
        Assert.Equal("a message of the unknown type \"dance_request\" was left unanswered.", Assert.Single(bench.Complaints));
    }

    [Fact]
    public async Task A_shutdown_is_answered_and_told_to_all()
    {
        var said = await bench.Ask("shutdown_request", new JsonObject { ["restart"] = true }, JupyterChannel.Control);
        Assert.Equal(2, said.Count(message => message.Type == "shutdown_reply" && (bool)message.Content["restart"]!));
        Assert.True(bench.Stopped);
    }

    [Fact]
    public async Task The_language_is_what_notebooks_say_of_it()
    {
        var reply = (await bench.Ask("kernel_info_request", [])).Single(message => message.Type == "kernel_info_reply");
        Assert.Equal(
            MatNotebooks.Kernel.Notebooks.Format.NotebookMetadata.CSharp()["language_info"]!.ToJsonString(), reply.Content["language_info"]!.ToJsonString());
    }
}
