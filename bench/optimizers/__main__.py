"""How long one step takes: our optimizers beside their rivals, and the memory's limit.

    python bench/optimizers [--only Adam SGD] [--quick]        (about ten minutes)

Every class of chainrule.optim races; `rivals` says against whom. All rivals of a row
run in one process, each on tensors of its own, in an order drawn anew in each round.
Where in memory its tensors lie can cost a rival five percent, so they are made anew, in
another order, eight times. Times are medians over the rounds; "x fused" is the median
over the rounds of torch's time divided by ours in the same round, so over 1 is slower
than ours. The limit is the time in which the bytes that a formula must move (w and its
buffers read and written, g read) could be moved at the best rate that torch's simplest
in-place kernel, a.add_(b), reached on tensors of 100 MB in the same process.

glibc gives large temporaries back to the system after use and pays for it with page
faults at the next one. So everything is measured twice: as installed, and with
glibc told to keep the memory. `memory` says what a step needs beside its tensors.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import memory
import race
import torch
from report import table

HERE = Path(__file__).parent
RESULT = HERE.parent / "results" / "optimizers.json"
KEEP = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": str(1 << 62)}
SETTINGS = {"installed": {}, "memory kept": KEEP}
PEERS = ("adabound", "pytorch-optimizer")


def machine(layouts):
    info = Path("/proc/cpuinfo")
    names = (
        re.findall(r"model name\s*: (.*)", info.read_text()) if info.exists() else []
    )
    return {
        "processor": names[0] if names else platform.processor() or platform.machine(),
        "cores": os.cpu_count(),
        "threads": race.THREADS,
        "system": platform.system(),
        "Python": platform.python_version(),
        "PyTorch": torch.__version__,
        **{name: found for name in PEERS if (found := installed(name))},
        "rounds": layouts * race.ROUNDS,
    }


def installed(name):
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def part(what, arguments, variables):
    """A part of the result, from a fresh process under these variables."""
    command = [sys.executable, HERE, "--part", what, *arguments]
    environment = {**os.environ, **variables}
    made = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(made.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", nargs="+", default=[], help="these classes alone")
    parser.add_argument("--quick", action="store_true", help="few rounds, not kept")
    parser.add_argument("--part", choices=("times", "memory"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    layouts = 1 if given.quick else race.LAYOUTS
    if given.part == "times":
        print(json.dumps(race.measure(given.only, layouts)))
        return
    if given.part == "memory":
        print(json.dumps(memory.measure(given.only)))
        return
    passed = ["--quick"] * given.quick + ["--only", *given.only] * bool(given.only)
    result = {"machine": machine(layouts), "settings": {}}
    for setting, variables in SETTINGS.items():
        result["settings"][setting] = part("times", passed, variables)
    result["memory"] = part("memory", passed, {})
    if not given.quick and not given.only:
        RESULT.parent.mkdir(exist_ok=True)
        text = json.dumps(result, indent=1, ensure_ascii=False)
        RESULT.write_text(text + "\n", "utf-8")
    print(table(result))


if __name__ == "__main__":
    main()
