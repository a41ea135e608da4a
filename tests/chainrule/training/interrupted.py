"""A training of its own process, to be interrupted by a signal.

    python interrupted.py KIND CHECKPOINT

Says "update N" when update N is under way, then waits a little for the signal.
"""

import signal
import sys
import time

import torch
from helpers import trainings

from chainrule.training import fit


def main(kind, path):
    torch.set_num_threads(1)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may ignore it
    made = trainings.arguments(kind)
    loss, calls = made["loss"], 0

    def slow(y, t):
        nonlocal calls
        calls += 1
        print(f"update {calls}", flush=True)
        time.sleep(0.2 if calls >= 9 else 0)  # a signal comes within, not after
        return loss(y, t)

    fit(**made | {"loss": slow, "path": path})


if __name__ == "__main__":
    main(*sys.argv[1:])
