"""What a step needs beyond weights, gradients and buffers, and whether it moves them.

Each rival has a process of its own. After three steps all buffers are there; then the
system's high-water mark is set back, one more step is taken, and what the mark has
risen by is what the step needed. It is given in sizes of the weights: 1 is a copy of
them all. Linux only, since no other system lets a process set back its mark.
"""

import ctypes
import multiprocessing
import re
import sys
import warnings
from pathlib import Path

import torch
from race import SETS, THREADS, weights
from rivals import races

STATUS, MARK = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def kilobytes(what):
    return int(re.search(rf"{what}:\s+(\d+) kB", STATUS.read_text())[1])


def probe(make, pipe):
    torch.set_num_threads(THREADS)
    theta = weights(SETS["transformer"])
    optimizer, places = make(theta), [p.data_ptr() for p in theta]
    for _ in range(3):
        optimizer.step()
    ctypes.CDLL(None).malloc_trim(0)  # what earlier steps have left goes back
    MARK.write_text("5")
    before = kilobytes("VmRSS")
    optimizer.step()
    size = sum(p.numel() * p.element_size() for p in theta)
    extra = 1024 * (kilobytes("VmHWM") - before) / size
    pipe.send({"extra": extra, "moved": places != [p.data_ptr() for p in theta]})


def measure(only=()):
    """{class: {rival: {"extra": sizes of the weights, "moved": whether}}}"""
    if not sys.platform.startswith("linux"):
        return {}
    warnings.simplefilter("ignore")
    context = multiprocessing.get_context("fork")  # everything is imported already
    out = {}
    for race in races(only):
        found = out[race.name] = {}
        for rival, make in race.makers.items():
            here, there = context.Pipe()
            process = context.Process(target=probe, args=(make, there))
            process.start()
            found[rival] = here.recv()
            process.join()
    return out
