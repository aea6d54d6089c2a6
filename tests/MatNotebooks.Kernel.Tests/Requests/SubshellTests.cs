using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Tests.Requests;

/// <summary>Shells beside the main one, without sockets.</summary>
public sealed class SubshellTests : IDisposable
{
    private const string Forever = "Console.Write(\"on\"); while (true) Thread.Sleep(1);";
    private readonly KernelBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_cell_waits_for_what_a_cell_of_a_subshell_sets_and_both_see_the_variables_of_each_other()
    {
        var id = await Create();
        await Succeeds(bench.Execute("volatile bool set = false; int before = 1;"));
        var waiting = bench.Execute("Console.Write(\"on\"); while (!set) Thread.Sleep(1); int mine = before + 1;");
        await Printed(waiting);
        await Succeeds(bench.Execute("int theirs = before + 2;", subshell: id));
        await Succeeds(bench.Execute("theirs++; set = true;", subshell: id));
        await Succeeds(waiting);
        Assert.Equal("6", await Value("mine + theirs"));
        Assert.Equal("6", await Value("mine + theirs", id));
    }

    [Fact]
    public async Task A_subshell_uses_the_variable_of_a_cell_that_has_just_begun_and_a_redeclared_one_stays_while_it_is_used()
    {
        var id = await Create();
        await Succeeds(bench.Execute("volatile bool set = false; var old = new int[] { 7 };"));
        var waiting = bench.Execute("volatile int fresh = 5; Console.Write(\"on\"); while (!set) Thread.Sleep(1); old[0] + fresh");
        await Printed(waiting);
        await Succeeds(bench.Execute("var old = \"new\"; fresh += 10;", subshell: id));
        await Succeeds(bench.Execute("set = true;", subshell: id));
        Assert.Equal("22", Shown(await Succeeds(waiting)));
        Assert.Equal("new", await Value("old"));
    }

    [Fact]
    public async Task Many_cells_of_several_shells_keep_their_variables_apart_and_have_numbers_of_their_own()
    {
        string?[] shells = [null, await Create(), await Create()];
        var cells = Enumerable.Range(0, 90).Select(i => bench.Execute($"var v{i} = {i}; await Task.Yield(); v{i}", subshell: shells[i % 3])).ToArray();
        var counts = new HashSet<string?>();
        for (var i = 0; i < cells.Length; i++)
        {
            var said = await Succeeds(cells[i]);
            Assert.Equal($"{i}", Shown(said));
            counts.Add(RecordedOutbound.Text(said.Single(message => message.Type == "execute_reply"), "execution_count"));
        }
        Assert.Equal(90, counts.Count);
        Assert.Equal("4005", await Value(string.Join(" + ", Enumerable.Range(0, 90).Select(i => $"v{i}"))));
    }

    [Fact]
    public async Task A_failure_gives_up_only_what_waits_in_its_own_shell()
    {
        var id = await Create();
        await Succeeds(bench.Execute("volatile bool set = false;"));
        var waiting = bench.Execute("Console.Write(\"on\"); while (!set) Thread.Sleep(1);");
        var behind = bench.Execute("1");
        await Printed(waiting);
        Assert.Equal("error", Status(await bench.Outbound.Finished(bench.Execute("throw new Exception();", subshell: id))));
        await Succeeds(bench.Execute("set = true;", subshell: id));
        await Succeeds(waiting);
        await Succeeds(behind);
    }

    [Fact]
    public async Task They_are_listed_and_gone_when_deleted_with_the_cell_that_runs()
    {
        string[] ids = [await Create(), await Create()];
        Assert.Equal(ids.Order(StringComparer.Ordinal), await Listed());
        var running = bench.Execute(Forever, subshell: ids[0]);
        var behind = bench.Execute("1", subshell: ids[0]);
        await Printed(running);
        Assert.Equal("ok", await Control("delete_subshell_request", ids[0]));
        Assert.Equal("Interrupted", RecordedOutbound.Text((await bench.Outbound.Finished(running)).Single(Reply), "ename"));
        Assert.Equal("aborted", Status(await bench.Outbound.Finished(behind)));
        Assert.Equal([ids[1]], await Listed());
        await Refused("execute_request", new JsonObject { ["code"] = "1" }, ids[0]);
        await Refused("complete_request", new JsonObject { ["code"] = "1" }, ids[0]);
        Assert.Equal("error", await Control("delete_subshell_request", ids[0]));
        await Succeeds(bench.Execute("1", subshell: ids[1]));
        await Succeeds(bench.Execute("1"));
    }

    [Fact]
    public async Task An_interrupt_stops_the_cells_of_the_subshell_it_names_or_all()
    {
        var id = await Create();
        var (main, beside) = (bench.Execute(Forever), bench.Execute(Forever, subshell: id));
        await Printed(main);
        await Printed(beside);
        bench.Send("interrupt_request", [], JupyterChannel.Control, id);
        Assert.Equal("error", Status(await bench.Outbound.Finished(beside)));
        Assert.DoesNotContain(bench.Outbound.For(main), Reply);
        beside = bench.Execute(Forever, subshell: id);
        await Printed(beside);
        bench.Send("interrupt_request", [], JupyterChannel.Control);
        Assert.Equal("error", Status(await bench.Outbound.Finished(main)));
        Assert.Equal("error", Status(await bench.Outbound.Finished(beside)));
    }

    [Fact]
    public async Task One_that_nobody_made_is_named() => await Refused("execute_request", new JsonObject { ["code"] = "1" }, "nobody");

    private static bool Reply(OutgoingMessage message) => message.Type == "execute_reply";

    private static string? Status(OutgoingMessage[] said) => RecordedOutbound.Text(said.Single(Reply), "status");

    private static string? Shown(OutgoingMessage[] said) =>
        (string?)said.Single(message => message.Type == "execute_result").Content["data"]!["text/plain"];

    private async Task<string> Create()
    {
        var said = await bench.Ask("create_subshell_request", [], JupyterChannel.Control);
        return (string)said.Single(message => message.Type == "create_subshell_reply").Content["subshell_id"]!;
    }

    private async Task<string[]> Listed()
    {
        var said = await bench.Ask("list_subshell_request", [], JupyterChannel.Control);
        return [.. said.Single(message => message.Type == "list_subshell_reply").Content["subshell_id"]!.AsArray().Select(each => (string)each!)];
    }

    private async Task<string?> Control(string type, string id)
    {
        var said = await bench.Ask(type, new JsonObject { ["subshell_id"] = id }, JupyterChannel.Control);
        return RecordedOutbound.Text(said.Single(message => message.Type.EndsWith("_reply", StringComparison.Ordinal)), "status");
    }

    private async Task<OutgoingMessage[]> Succeeds(string id)
    {
        var said = await bench.Outbound.Finished(id);
        var reply = said.Single(Reply).Content;
        Assert.True((string?)reply["status"] == "ok", reply.ToJsonString());
        return said;
    }

    private async Task<string?> Value(string code, string? subshell = null) => Shown(await Succeeds(bench.Execute(code, subshell: subshell)));

    private async Task Refused(string type, JsonObject content, string subshell)
    {
        var said = await bench.Outbound.Finished(bench.Send(type, content, subshell: subshell));
        var reply = said.Single(message => message.Type.EndsWith("_reply", StringComparison.Ordinal)).Content;
        Assert.Equal("error", (string?)reply["status"]);
        Assert.Contains($"There is no subshell \"{subshell}\"", (string?)reply["evalue"], StringComparison.Ordinal);
    }

    private Task Printed(string id) =>
        bench.Outbound.Until(() => bench.Outbound.For(id).Any(message => message.Type == "stream"), $"something printed by {id}");
}
