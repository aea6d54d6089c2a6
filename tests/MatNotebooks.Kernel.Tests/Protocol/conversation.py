"""Talks to the real kernel over real sockets with Jupyter's own client, one check after the other in one kernel.

Usage: conversation.py MATNB_DLL FOLDER [CHECK...]. Writes one JSON object a line: {"check": name, "wrong": null or what went wrong}.
"""
import hashlib
import hmac
import json
import os
import signal
import sys
import time
import traceback
import uuid

import zmq
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager

PROGRAM, FOLDER = map(os.path.abspath, sys.argv[1:3])
ONLY = sys.argv[3:]
LONG = 60  # seconds; a loaded machine is slow, a hanging kernel is not waited for
CHECKS = []


def check(function):
    CHECKS.append(function)
    return function


class Talk:
    """One client of the kernel."""

    def __init__(self, manager):
        self.manager = manager
        self.replies = {}
        self.client = BlockingKernelClient(parent=manager, connection_file=manager.connection_file)  # a session of its own
        self.client.load_connection_file()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=LONG)

    def send(self, type, content, channel="shell", subshell=None):
        message = self.client.session.msg(type, content)
        if subshell:
            message["header"]["subshell_id"] = subshell
        getattr(self.client, channel + "_channel").send(message)
        return message["header"]["msg_id"]

    def reply(self, id, channel="shell"):
        """The reply to a request. Those to others that come first are kept: shells beside each other answer in any order."""
        end = time.time() + LONG
        while id not in self.replies:
            message = getattr(self.client, f"get_{channel}_msg")(timeout=max(0.1, end - time.time()))
            self.replies[message["parent_header"].get("msg_id")] = message
        return self.replies.pop(id)

    def outputs(self, id):
        """Everything published for a request, up to its idle."""
        found, end = [], time.time() + LONG
        while True:
            message = self.client.get_iopub_msg(timeout=max(0.1, end - time.time()))
            if message["parent_header"].get("msg_id") != id:
                continue
            found.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return found

    def ask(self, type, content, channel="shell"):
        id = self.send(type, content, channel)
        reply = self.reply(id, channel)["content"]
        self.outputs(id)
        return reply

    def run(self, code, **options):
        """The reply, and what was published but for states and the echo of the code."""
        id = self.client.execute(code, **options)
        published = self.outputs(id)
        states = [message["content"]["execution_state"] for message in published if message["msg_type"] == "status"]
        assert states[0] == "busy" and states[-1] == "idle", states
        assert published[0]["msg_type"] == "status", "busy comes first"
        outputs = [message for message in published if message["msg_type"] not in ("status", "execute_input")]
        return self.reply(id)["content"], outputs

    def value(self, code):
        reply, outputs = self.run(code)
        assert reply["status"] == "ok", reply
        return outputs[-1]["content"]["data"]["text/plain"]

    def wait_for_text(self, id, text):
        end, seen = time.time() + LONG, ""
        while text not in seen:
            message = self.client.get_iopub_msg(timeout=max(0.1, end - time.time()))
            if message["parent_header"].get("msg_id") == id and message["msg_type"] == "stream":
                seen += message["content"]["text"]


def manager(**environment):
    made = KernelManager()
    made._kernel_spec = KernelSpec(
        argv=["dotnet", PROGRAM, "kernel", "start", "--connection-file", "{connection_file}"], language="C#", interrupt_mode="message"
    )
    made.connection_file = os.path.join(FOLDER, f"connection-{uuid.uuid4()}.json")
    log = open(os.path.join(FOLDER, "kernel.log"), "ab")
    made.start_kernel(stderr=log, cwd=FOLDER, env={**os.environ, **environment})
    return made


def complaints():
    with open(os.path.join(FOLDER, "kernel.log"), encoding="utf-8") as log:
        return log.read().splitlines()


def same(actual, expected):
    assert actual == expected, f"{actual!r}, not {expected!r}"


def texts(outputs, stream="stdout"):
    return "".join(o["content"]["text"] for o in outputs if o["msg_type"] == "stream" and o["content"]["name"] == stream)


@check
def the_kernel_says_what_it_is(talk):
    for channel in ("shell", "control"):
        info = talk.ask("kernel_info_request", {}, channel)
        same(info["language_info"]["name"], "C#")
        same(info["language_info"]["mimetype"], "text/x-csharp")
        same((info["protocol_version"], info["status"]), ("5.5", "ok"))
        same(info["supported_features"], ["kernel subshells"])


@check
def outputs_come_in_their_order_and_before_the_reply(talk):
    reply, outputs = talk.run('Console.Write("a"); Console.Error.Write("b"); display(7); Console.Write("c"); 40 + 2')
    same([o["msg_type"] for o in outputs], ["stream", "stream", "display_data", "stream", "execute_result"])
    same(outputs[4]["content"]["execution_count"], reply["execution_count"])
    same((texts(outputs), texts(outputs, "stderr")), ("ac", "b"))


@check
def a_display_is_replaced_and_outputs_are_taken_away(talk):
    outputs = talk.run('var shown = display("one"); shown.Update("two"); ClearOutput(true);')[1]
    same([o["msg_type"] for o in outputs], ["display_data", "update_display_data", "clear_output"])
    same(outputs[0]["content"]["transient"], outputs[1]["content"]["transient"])
    same(outputs[2]["content"]["wait"], True)
    late = talk.run('shown.Update("three");')[1]
    same(late[0]["content"]["transient"], outputs[0]["content"]["transient"])


@check
def silent_code_says_nothing_and_is_not_counted(talk):
    before = talk.run("1")[0]["execution_count"]
    reply, outputs = talk.run('Console.Write("quiet"); int quiet = 5; quiet', silent=True)
    same((reply["status"], outputs), ("ok", []))
    reply, outputs = talk.run("quiet", store_history=False)
    same((outputs[0]["content"]["data"]["text/plain"], reply["execution_count"]), ("5", before))
    same(talk.run("1")[0]["execution_count"], before + 1)


@check
def expressions_are_evaluated_behind_the_cell(talk):
    values = talk.run("int three = 3;", user_expressions={"sum": "three + 4", "wrong": "thre"})[0]["user_expressions"]
    same(values["sum"]["data"]["text/plain"], "7")
    same((values["wrong"]["status"], values["wrong"]["ename"]), ("error", "CompileError"))


@check
def a_failure_is_one_error_message(talk):
    reply, outputs = talk.run('throw new InvalidOperationException("no");')
    same([o["msg_type"] for o in outputs], ["error"])
    same((reply["status"], reply["ename"], reply["evalue"]), ("error", "InvalidOperationException", "no"))
    assert any("Cell In[" in line for line in reply["traceback"]), reply


@check
def cells_behind_a_failure_are_given_up_unless_asked_otherwise(talk):
    slow = 'System.Threading.Thread.Sleep(300); throw new Exception("first");'
    for stops, expected in ((True, ["error", "aborted", "aborted"]), (False, ["error", "ok", "ok"])):
        ids = [talk.client.execute(code, stop_on_error=stops) for code in (slow, "1", "2")]
        same([talk.reply(id)["content"]["status"] for id in ids], expected)


@check
def code_is_complete_or_not(talk):
    for code, status in (("1 + 1", "complete"), ("if (true) {", "incomplete")):
        same(talk.ask("is_complete_request", {"code": code})["status"], status)


@check
def names_are_completed_also_while_a_cell_runs(talk):
    talk.run("int temperature = 300;")
    id = talk.client.execute('Console.Write("on"); while (!Interrupted.IsCancellationRequested) Thread.Sleep(5);')
    talk.wait_for_text(id, "on")
    begin = time.time()
    found = talk.reply(talk.send("complete_request", {"code": "𝛼; temper", "cursor_pos": 9}))["content"]
    same(found["status"], "ok")
    assert time.time() - begin < 10, "the client does not wait that long"
    if found["matches"]:  # the language's own tests say which
        same((found["cursor_start"], found["cursor_end"]), (3, 9))
        assert "temperature" in found["matches"], found
    same(talk.reply(talk.send("inspect_request", {"code": "Console.WriteLine", "cursor_pos": 9, "detail_level": 0}))["content"]["status"], "ok")
    talk.ask("interrupt_request", {}, "control")
    talk.reply(id)


@check
def the_history_is_told_and_kept(talk):
    talk.run('"remember me"')
    found = talk.ask("history_request", {"hist_access_type": "search", "pattern": "*remember me*", "n": 5, "output": False, "raw": True})
    same(found["history"][-1][2], '"remember me"')
    tail = talk.ask("history_request", {"hist_access_type": "tail", "n": 1, "output": True, "raw": True})
    same(tail["history"][-1][2], ['"remember me"', None])
    with open(os.path.join(os.environ["XDG_DATA_HOME"], "matnotebooks", "history.jsonl"), encoding="utf-8") as file:
        assert "remember me" in file.read()


@check
def the_user_is_asked(talk):
    id = talk.client.execute('var said = Input("name? ") + "|" + Password("key? ") + "|" + Console.ReadLine(); said', allow_stdin=True)
    for prompt, hidden, answer in (("name? ", False, "Ada"), ("key? ", True, "42"), ("", False, "line")):
        question = talk.client.get_stdin_msg(timeout=LONG)
        same(question["content"], {"prompt": prompt, "password": hidden})
        same(question["parent_header"]["msg_id"], id)
        talk.client.input(answer)
    same(talk.reply(id)["content"]["status"], "ok")
    same(talk.value("said"), "Ada|42|line")
    reply = talk.run('Input("anybody? ")', allow_stdin=False)[0]
    assert "takes no questions" in reply["evalue"], reply


@check
def a_cell_is_stopped_by_each_way_and_variables_stay(talk):
    talk.run("long kept = 1;")
    ways = {
        "control": lambda: talk.ask("interrupt_request", {}, "control"),
        "again": lambda: talk.ask("interrupt_request", {}, "control"),
        "shell": lambda: talk.send("interrupt_request", {}, "shell"),
        "signal": lambda: os.kill(talk.manager.provisioner.pid, signal.SIGINT),
    }
    for name, stop in ways.items():
        id = talk.client.execute('Console.Write("on"); while (true) kept++;')
        talk.wait_for_text(id, "on")
        stop()
        same((name, talk.reply(id)["content"]["ename"]), (name, "Interrupted"))
        same(talk.value("kept > 1"), "true")


@check
def a_question_is_given_up_when_its_cell_is_stopped(talk):
    id = talk.client.execute('Input("forever? ")', allow_stdin=True)
    talk.client.get_stdin_msg(timeout=LONG)
    talk.ask("interrupt_request", {}, "control")
    same(talk.reply(id)["content"]["ename"], "Interrupted")


@check
def late_output_lands_in_the_cell_that_began_it(talk):
    id = talk.client.execute('_ = Task.Run(async () => { await Task.Delay(500); Console.Write("late"); });')
    talk.reply(id)
    talk.run("1")
    talk.wait_for_text(id, "late")


@check
def comms_open_speak_and_close_from_both_sides(talk):
    talk.run('Comm.Register("echo", (comm, hello) => comm.Received += data => comm.Send(new { heard = data }));')
    talk.send("comm_open", {"comm_id": "c1", "target_name": "echo", "data": {}})
    id = talk.send("comm_msg", {"comm_id": "c1", "data": {"n": 1}})
    said = [m["content"] for m in talk.outputs(id) if m["msg_type"] == "comm_msg"]
    same(said, [{"comm_id": "c1", "data": {"heard": {"n": 1}}}])
    same(talk.ask("comm_info_request", {"target_name": "echo"})["comms"], {"c1": {"target_name": "echo"}})
    talk.outputs(talk.send("comm_close", {"comm_id": "c1", "data": {}}))
    same(talk.ask("comm_info_request", {})["comms"], {})
    id = talk.send("comm_open", {"comm_id": "c2", "target_name": "nobody", "data": {}})
    assert "comm_close" in [m["msg_type"] for m in talk.outputs(id)]
    outputs = talk.run('var line = Comm.Open("page", new { a = 1 }); line.Send(2); line.Close();')[1]
    same([o["msg_type"] for o in outputs], ["comm_open", "comm_msg", "comm_close"])


@check
def subshells_run_beside_the_main_shell(talk):
    id = talk.ask("create_subshell_request", {}, "control")["subshell_id"]
    same(talk.ask("list_subshell_request", {}, "control")["subshell_id"], [id])
    talk.run("volatile bool released = false;")
    waiting = talk.client.execute('Console.Write("on"); while (!released) Thread.Sleep(1); int mine = 1;')
    talk.wait_for_text(waiting, "on")
    message = talk.reply(talk.send("execute_request", {"code": "int theirs = 2; released = true;"}, subshell=id))
    same((message["content"]["status"], message["parent_header"]["subshell_id"]), ("ok", id))
    same(talk.reply(waiting)["content"]["status"], "ok")
    same(talk.value("mine + theirs"), "3")
    same(talk.ask("delete_subshell_request", {"subshell_id": id}, "control")["status"], "ok")
    same(talk.ask("list_subshell_request", {}, "control")["subshell_id"], [])
    refused = talk.reply(talk.send("execute_request", {"code": "1"}, subshell=id))["content"]
    assert refused["status"] == "error" and id in refused["evalue"], refused
    same(talk.ask("delete_subshell_request", {"subshell_id": id}, "control")["status"], "error")


@check
def debugging_is_declined(talk):
    answer = talk.ask("debug_request", {"type": "request", "seq": 7, "command": "initialize", "arguments": {}}, "control")
    same((answer["success"], answer["request_seq"], answer["command"]), (False, 7, "initialize"))


@check
def numbers_that_json_lacks_are_displayed(talk):
    same(talk.value("double.NaN"), "NaN")
    reply, outputs = talk.run('new MimeBundle().With("application/json", new System.Text.Json.Nodes.JsonObject { ["x"] = double.PositiveInfinity })')
    same(outputs[0]["content"]["data"]["application/json"], {"x": None})


@check
def strange_objects_are_displayed(talk):
    code = "class Ring { public Ring Next; public int Number = 1; }\nvar ring = new Ring(); ring.Next = ring; ring"
    reply, outputs = talk.run(code)
    same(reply["status"], "ok")
    assert len(json.dumps(outputs[0]["content"])) < 200_000
    reply, outputs = talk.run('class Rude { public override string ToString() => throw new Exception("rude"); }\nnew Rude()')
    same(reply["status"], "ok")
    assert "rude" in outputs[0]["content"]["data"]["text/plain"], outputs
    assert len(outputs[0]["content"]["data"]["text/plain"].splitlines()) <= 3, outputs


@check
def a_flood_goes_to_a_file_and_memory_stays(talk):
    megabytes = int(os.environ.get("FLOOD_MB", "128"))
    before = memory(talk)
    reply, outputs = talk.run(f"var flood = new string('x', 999) + \"\\n\"; for (var i = 0; i < {megabytes}000; i++) Console.Write(flood);")
    same(reply["status"], "ok")
    text = texts(outputs)
    assert 1_000_000 < len(text) < 1_001_000, len(text)
    assert len(outputs) < 200, f"{len(outputs)} messages"
    last = text.strip().splitlines()[-1]
    path = last[last.rindex(" ") + 1 : -1]
    same(os.path.getsize(path), megabytes * 1_000_000)
    same(os.stat(path).st_mode & 0o077 if os.stat(os.path.dirname(path)).st_mode & 0o077 else 0, 0)
    os.remove(path)
    assert memory(talk) - before < 100, f"{before} MB, then {memory(talk)} MB"
    same(texts(talk.run('Console.Write("after")')[1]), "after")


@check
def native_libraries_and_child_processes_print_into_the_cell(talk):
    code = """[System.Runtime.InteropServices.DllImport("libc")] static extern int puts(string text);
puts("from C"); var child = System.Diagnostics.Process.Start("sh", ["-c", "echo from a child"]); child.WaitForExit(); Console.Write("end");"""
    reply, outputs = talk.run(code)
    assert reply["status"] == "ok", reply
    text = texts(outputs)
    for part in ("from C\n", "from a child\n", "end"):
        assert part in text, text


@check
def many_small_prints_are_few_messages(talk):
    outputs = talk.run("for (var i = 0; i < 20000; i++) { Console.WriteLine(i); if (i % 7 == 0) Console.Error.WriteLine(i); }")[1]
    same(texts(outputs).splitlines()[-1], "19999")
    assert len(outputs) < 1000, f"{len(outputs)} messages"


@check
def a_huge_cell_is_refused_in_one_line(talk):
    reply, outputs = talk.run("// " + "x" * (50 << 20))
    same((reply["status"], reply["ename"]), ("error", "CellTooLong"))
    same(len(outputs), 1)
    same(len(reply["traceback"]), 1)


@check
def content_of_the_wrong_kind_is_named(talk):
    for type, content, part in (
        ("execute_request", {}, '"code"'),
        ("execute_request", {"code": 5}, "must be a text"),
        ("execute_request", {"code": "1", "silent": "yes"}, "true or false"),
        ("complete_request", {"code": "x", "cursor_pos": "a"}, "a whole number"),
        ("history_request", {"hist_access_type": "all"}, "tail, range or search"),
        ("execute_request", {"code": "1", "user_expressions": []}, "an object"),
    ):
        reply = talk.ask(type, content)
        assert reply["status"] == "error" and part in reply["evalue"], reply
    same(talk.ask("complete_request", {"code": "x", "cursor_pos": 10**9})["status"], "ok")
    same(talk.ask("complete_request", {"code": "", "cursor_pos": -5})["status"], "ok")


@check
def forged_repeated_and_torn_messages_are_refused_in_a_line_each(talk):
    info = talk.manager.get_connection_info()
    socket = zmq.Context.instance().socket(zmq.DEALER)
    socket.linger = 0
    socket.connect(f"tcp://127.0.0.1:{info['shell_port']}")

    def parts(code, **changes):
        header = {"msg_id": str(uuid.uuid4()), "msg_type": "execute_request", "session": "s", "username": "u", "version": "5.3", **changes}
        return [json.dumps(part).encode() for part in (header, {}, {}, {"code": code})]

    def sign(parts, key=info["key"]):
        return hmac.new(key, b"".join(parts), hashlib.sha256).hexdigest().encode()

    def send(signature, parts):
        socket.send_multipart([b"<IDS|MSG>", signature, *parts])

    talk.run("int forged = 0;")
    before = len(complaints())
    code = parts("forged++;")
    send(b"", code)
    send(b"0" * 64, code)
    send(sign(code, b"another key"), code)
    socket.send_multipart([b"nothing", b"of", b"sense"])
    socket.send_multipart([b"<IDS|MSG>", b"short"])
    for torn in (b"{", b"[]", b"\xff\xfe", b'{"a":1,"a":2}', b"[" * 100_000):
        broken = [code[0], b"{}", b"{}", torn]
        send(sign(broken), broken)
    nameless = [b"{}", *code[1:]]
    send(sign(nameless), nameless)
    unknown = parts("", msg_type="dance_request")
    send(sign(unknown), unknown)
    same(talk.value("forged"), "0")
    good = parts("forged++;")
    send(sign(good), good)
    send(sign(good), good)  # the same again
    while not socket.poll(100):
        pass
    same(talk.value("forged"), "1")
    said = complaints()[before:]
    same(len(said), 13)
    assert all(line.startswith("matnb kernel: a message") for line in said), said
    assert sum("signature" in line for line in said) == 3 and sum("sent before" in line for line in said) == 1, said
    socket.close()


@check
def whoever_listens_is_welcomed(talk):
    socket = zmq.Context.instance().socket(zmq.SUB)
    socket.linger = 0
    socket.connect(f"tcp://127.0.0.1:{talk.manager.get_connection_info()['iopub_port']}")
    socket.subscribe(b"")
    assert socket.poll(LONG * 1000), "no welcome"
    parts = socket.recv_multipart()
    same(json.loads(parts[3])["msg_type"], "iopub_welcome")
    socket.close()


@check
def two_clients_share_the_session_and_the_outputs(talk):
    other = Talk(talk.manager)
    talk.run("int shared = 11;")
    same(other.value("shared"), "11")
    id = other.client.execute('Console.Write("from the other")')
    talk.wait_for_text(id, "from the other")
    same(other.reply(id)["content"]["status"], "ok")
    other.client.stop_channels()


@check
def the_heart_beats_while_a_cell_runs(talk):
    socket = zmq.Context.instance().socket(zmq.REQ)
    socket.linger = 0
    socket.connect(f"tcp://127.0.0.1:{talk.manager.get_connection_info()['hb_port']}")
    id = talk.client.execute("Thread.Sleep(1000);")
    for _ in range(3):
        socket.send(b"ping")
        assert socket.poll(LONG * 1000), "no echo"
        same(socket.recv(), b"ping")
    talk.reply(id)
    socket.close()


@check
def a_killed_kernel_is_started_again(talk):
    id = talk.client.execute('Console.Write("on"); while (true) { }')
    talk.wait_for_text(id, "on")
    os.kill(talk.manager.provisioner.pid, signal.SIGKILL)
    end = time.time() + LONG
    while talk.manager.is_alive() and time.time() < end:
        time.sleep(0.05)
    talk.manager.restart_kernel(now=True)
    talk.client.wait_for_ready(timeout=LONG)
    same(talk.value("1 + 1"), "2")


@check
def a_shutdown_ends_the_process(talk):
    talk.client.execute('while (true) { }')
    begin = time.time()
    talk.manager.shutdown_kernel()
    assert time.time() - begin < 30
    assert not talk.manager.is_alive()


def memory(talk):
    with open(f"/proc/{talk.manager.provisioner.pid}/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


def main():
    made = manager()
    try:
        talk = Talk(made)
        for function in [found for found in CHECKS if not ONLY or found.__name__ in ONLY]:
            wrong = None
            try:
                function(talk)
            except BaseException:
                wrong = traceback.format_exc()
            print(json.dumps({"check": function.__name__, "wrong": wrong}), flush=True)
            if wrong and "Empty" in wrong:
                break  # it hangs; the others would wait in vain
    finally:
        if made.is_alive():
            made.shutdown_kernel(now=True)


if __name__ == "__main__":
    main()
