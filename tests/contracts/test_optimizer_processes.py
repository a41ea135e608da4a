"""Two processes train as one; a new process goes on from a checkpoint bit for bit.

One pair of processes does it for all classes, because its start takes seconds.
"""

import copy
import importlib.util
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
import torch
import torch.distributed as dist
from helpers import courses

SCRIPT = Path(__file__).parent / "two_processes.py"
LOOPBACK = {"linux": "lo", "darwin": "lo0"}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (dist.is_available() and dist.is_gloo_available()), reason="no gloo"
    ),
]


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location(SCRIPT.stem, SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def alone(script, every_class):
    """By class: weights after 3 steps, the checkpoint there, weights after 6 steps."""
    out = {}
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    for name, options in every_class:
        network = script.model()
        optimizer = script.make(name, options, network.parameters())
        script.train(network, optimizer, range(3))
        saved = {"model": network.state_dict(), "optimizer": optimizer.state_dict()}
        saved = copy.deepcopy(saved)
        out[name] = saved, script.train(network, optimizer, range(3, 6))
    torch.set_num_threads(threads)
    return out


@pytest.fixture(scope="module")
def pair(script, every_class, alone, tmp_path_factory):
    """What the two processes have left: {"together": …} and {"resumed": …}."""
    folder = tmp_path_factory.mktemp("pair")
    torch.save(every_class, folder / "task.pt")
    for i, (name, _) in enumerate(every_class):
        torch.save(alone[name][0], folder / f"checkpoint-{i}.pt")
    # Port 0: the system chooses a free one, and it is ours from then on.
    store = dist.TCPStore("127.0.0.1", 0, 2, True, script.LIMIT, False, use_libuv=False)
    environment = dict(os.environ)
    if sys.platform in LOOPBACK:
        environment["GLOO_SOCKET_IFNAME"] = LOOPBACK[sys.platform]
    with ExitStack() as stack:
        processes = []
        for rank in "01":
            command = [sys.executable, SCRIPT, folder, str(store.port), rank]
            errors = stack.enter_context((folder / f"{rank}.err").open("w"))
            processes.append(subprocess.Popen(command, env=environment, stderr=errors))
            stack.callback(processes[-1].wait)
            stack.callback(processes[-1].kill)
        for rank, process in enumerate(processes):
            returned = process.wait(timeout=120)
            assert returned == 0, (folder / f"{rank}.err").read_text()
    return [torch.load(folder / f"{rank}.pt") for rank in (0, 1)]


def test_two_processes_are_one_with_the_joined_batch(pair, every_class, alone):
    for i, (name, _) in enumerate(every_class):
        ours, theirs = (out["together"][i] for out in pair)
        assert all(map(torch.equal, ours, theirs)), f"{name}: the processes part"
        courses.same(ours, alone[name][1], 1e-12)


def test_a_new_process_goes_on_bit_for_bit(pair, every_class, alone):
    for i, (name, _) in enumerate(every_class):
        ends = pair[0]["resumed"][i], alone[name][1]
        assert all(map(torch.equal, *ends)), f"{name}: another path after the stop"
