#!/usr/bin/python3
"""Two Jupyter kernels measured by Jupyter's own client, one after the other in the same run: MatNotebooks and ipykernel.

Usage: jupyter_kernels.py MATNB_DLL REPEATS. Writes one JSON object a line: {"case", "metric", "values"}, or {"case", "wrong"} when a
kernel computes something else than it should; nothing is timed then.

ready_s            from the start of the process to the reply of kernel_info
first_cell_ms      1+1 as the first cell, from the request to the reply
early_cell_ms      1+1 right after it; the median of 30 in each repeat
warm_cell_ms       1+1 behind those and 20 more; the median of 30 in each repeat
completion_ms      members of a type, warm; the median of 20 in each repeat
interrupt_worst_s  the slowest interrupt of a list of ways to be busy, from the request to the reply; a variable is checked after each
redeclare_mb       growth of the process 3 s after an array of 80 MB was declared ten times (80: one is left)
growth_500_cells_mb  growth of the process over 500 cells, behind 50 that warm up, 3 s after the last
"""
import json
import os
import statistics
import sys
import tempfile
import time

from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager

LIMIT = 60
CSHARP = {
    "argv": ["dotnet", os.path.abspath(sys.argv[1]), "kernel", "start", "--connection-file", "{connection_file}"],
    "keep": "int kept = 41;", "kept": "kept + 1", "say": 'Console.Write("on"); ',
    "complete": "Console.WriteL", "completed": "WriteLine",
    "array": "var big = new double[10_000_000]; Array.Fill(big, 1.0);", "sum": "big.Length + big[^1]", "summed": "10000001",
    "cell": "var row{0} = Enumerable.Range(0, 100).Select(i => i * {0}.0).ToArray(); row{0}.Sum()", "cell_value": lambda n: 4950 * n,
    "busy": {
        "tight loop": "while (true) kept++;",
        "sleep loop": "while (true) Thread.Sleep(5);",
        "catch-all loop": "while (true) { try { Thread.Sleep(1); } catch { } }",
        "Task.Wait": "Task.Delay(-1).Wait();",
        "await": "await Task.Delay(-1);",
        "Parallel.For": "Parallel.For(0, 1_000_000, i => { var x = 0.0; for (var j = 0; j < 100_000_000; j++) x += Math.Sqrt(j); GC.KeepAlive(x); });",
        "libtorch training": """var net = torch.nn.Linear(64, 1); var step = torch.optim.SGD(net.parameters(), 0.01);
var x = torch.randn(256, 64); var y = torch.randn(256, 1);
while (true) { step.zero_grad(); var loss = torch.nn.functional.mse_loss(net.forward(x), y); loss.backward(); step.step(); loss.Dispose(); }""",
    },
}
PYTHON = {
    "argv": ["/usr/bin/python3", "-m", "ipykernel_launcher", "-f", "{connection_file}"],
    "keep": "kept = 41", "kept": "kept + 1", "say": 'print("on", flush=True); ',
    "complete": "str.capit", "completed": "capitalize",
    "array": "import numpy; big = numpy.ones(10_000_000)", "sum": "int(len(big) + big[-1])", "summed": "10000001",
    "cell": "row{0} = [i * {0}.0 for i in range(100)]; int(sum(row{0}))", "cell_value": lambda n: 4950 * n,
    "busy": {
        "tight loop": "\nwhile True: kept",
        "sleep loop": "import time\nwhile True: time.sleep(0.005)",
        "Task.Wait": "import threading; threading.Event().wait()",
        # No await: ipykernel 6.17 notices the signal there only when the next message comes.
    },
}


class Kernel:
    def __init__(self, language, folder):
        self.language = language
        self.manager = KernelManager(connection_file=os.path.join(folder, f"connection-{time.time_ns()}.json"))
        mode = "message" if language is CSHARP else "signal"
        self.manager._kernel_spec = KernelSpec(argv=language["argv"], interrupt_mode=mode)
        begin = time.perf_counter()
        self.manager.start_kernel(cwd=folder)
        self.client = BlockingKernelClient(parent=self.manager, connection_file=self.manager.connection_file)
        self.client.load_connection_file()
        self.client.start_channels()
        self.reply(self.client.kernel_info())
        self.ready = time.perf_counter() - begin
        self.client.wait_for_ready(timeout=LIMIT)

    def reply(self, id):
        while True:
            message = self.client.get_shell_msg(timeout=LIMIT)
            if message["parent_header"].get("msg_id") == id:
                return message["content"]

    def published(self, id, wanted):
        """The first message of a kind that belongs to a request."""
        while True:
            message = self.client.get_iopub_msg(timeout=LIMIT)
            if message["parent_header"].get("msg_id") == id and message["msg_type"] == wanted:
                return message["content"]

    def run(self, code):
        begin = time.perf_counter()
        content = self.reply(self.client.execute(code))
        if content["status"] != "ok":
            raise ValueError(f"{code!r} failed: {content.get('evalue')}")
        return time.perf_counter() - begin

    def value(self, code):
        for _ in range(20):
            id = self.client.execute(code)
            status = self.reply(id)["status"]
            if status == "ok":
                return self.published(id, "execute_result")["data"]["text/plain"]
            if status != "aborted":  # ipykernel gives up what comes right behind a failure
                break
            time.sleep(0.1)
        raise ValueError(f"{code!r} ended in {status}")

    def check(self, code, expected):
        if (value := self.value(code)) != str(expected):
            raise ValueError(f"{code!r} is {value}, not {expected}")

    def complete(self):
        code = self.language["complete"]
        begin = time.perf_counter()
        found = self.reply(self.client.complete(code, len(code)))["matches"]
        took = time.perf_counter() - begin
        if not any(self.language["completed"] in match for match in found):
            raise ValueError(f"{code!r} is completed to {found[:5]}, without {self.language['completed']}")
        return took

    def interrupt(self, code):
        self.run(self.language["keep"])
        id = self.client.execute(self.language["say"] + code)
        self.published(id, "stream")
        time.sleep(0.3)
        begin = time.perf_counter()
        self.manager.interrupt_kernel()
        content = self.reply(id)
        took = time.perf_counter() - begin
        if content["status"] != "error":
            raise ValueError(f"{code!r} ended by itself")
        if int(self.value(self.language["kept"])) < 42:
            raise ValueError(f"a variable was lost by interrupting {code!r}")
        return took

    def megabytes(self):
        time.sleep(3)  # a kernel may tidy up when nothing runs
        with open(f"/proc/{self.manager.provisioner.pid}/status", encoding="utf-8") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def measure(name, language, folder, found):
    put = lambda metric, value: found.setdefault((name, metric), []).append(value)
    kernel = Kernel(language, folder)
    try:
        put("ready_s", kernel.ready)
        put("first_cell_ms", 1e3 * kernel.run("1+1"))
        kernel.check("1+1", 2)
        put("early_cell_ms", 1e3 * statistics.median(kernel.run("1+1") for _ in range(30)))
        for _ in range(20):
            kernel.run("1+1")
        put("warm_cell_ms", 1e3 * statistics.median(kernel.run("1+1") for _ in range(30)))
        kernel.complete()
        put("completion_ms", 1e3 * statistics.median(kernel.complete() for _ in range(20)))
        ways = {way: kernel.interrupt(code) for way, code in language["busy"].items()}
        put("interrupt_worst_s", max(ways.values()))
        print(json.dumps({"case": name, "interrupts": {way: round(took, 3) for way, took in ways.items()}}), file=sys.stderr)
    finally:
        kernel.end()
    kernel = Kernel(language, folder)
    try:
        kernel.run("1+1")
        before = kernel.megabytes()
        for _ in range(10):
            kernel.run(language["array"])
            kernel.check(language["sum"], language["summed"])
        put("redeclare_mb", kernel.megabytes() - before)
    finally:
        kernel.end()
    kernel = Kernel(language, folder)
    try:
        for n in range(550):
            if n == 50:
                before = kernel.megabytes()
            kernel.run(language["cell"].format(n))
            if n % 50 == 0:
                kernel.check(language["cell"].format(n).rsplit("; ", 1)[1], language["cell_value"](n))
        put("growth_500_cells_mb", kernel.megabytes() - before)
    finally:
        kernel.end()


def main():
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = os.environ["IPYTHONDIR"] = folder
        for _ in range(int(sys.argv[2])):
            for name, language in (("matnb", CSHARP), ("ipykernel", PYTHON)):
                try:
                    measure(name, language, folder, found)
                except ValueError as wrong:
                    print(json.dumps({"case": name, "wrong": str(wrong)}))
                    return 1
    for (name, metric), values in found.items():
        print(json.dumps({"case": name, "metric": metric, "values": values}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
