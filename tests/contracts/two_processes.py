"""One of two processes that train together, and that go on from a checkpoint.

    python two_processes.py FOLDER PORT RANK

FOLDER/task.pt says what to train: [(class, options)], a class by its name, with the
name of the inner one after a colon if it wraps another optimizer. The outcome is in
FOLDER/RANK.pt.
"""

import sys
from datetime import timedelta
from pathlib import Path

import torch
import torch.distributed as dist

import chainrule.optim

LIMIT = timedelta(seconds=60)


def make(name, options, theta):
    name, _, inner = name.partition(":")
    cls = getattr(chainrule.optim, name)
    return cls(make(inner, {}, theta) if inner else theta, **options)


def model():
    torch.manual_seed(0)
    layers = torch.nn.Linear(6, 5), torch.nn.Tanh(), torch.nn.Linear(5, 3)
    return torch.nn.Sequential(*layers).double()


def batch(step):
    generator = torch.Generator().manual_seed(step)
    return torch.randn(8, 9, generator=generator, dtype=torch.float64).split([6, 3], 1)


def train(network, optimizer, steps, share=slice(None)):
    """Steps on the rows of each batch that are this process's share."""
    for step in steps:
        x, t = (part[share] for part in batch(step))
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(network(x), t).backward()
        optimizer.step()
    return [p.detach().clone() for p in network.parameters()]


def together(task, rank):
    """The weights after 6 steps, each process with half of each batch."""
    ends = []
    for name, options in task:
        network = torch.nn.parallel.DistributedDataParallel(model())
        optimizer = make(name, options, network.parameters())
        ends.append(train(network, optimizer, range(6), slice(4 * rank, 4 * rank + 4)))
    return ends


def resumed(task, folder):
    """The weights after 3 more steps from the checkpoints that lie there."""
    ends = []
    for i, (name, _) in enumerate(task):
        saved = torch.load(folder / f"checkpoint-{i}.pt", weights_only=True)
        network = model()
        network.load_state_dict(saved["model"])
        optimizer = make(name, {}, network.parameters())
        optimizer.load_state_dict(saved["optimizer"])
        ends.append(train(network, optimizer, range(3, 6)))
    return ends


def main(folder, port, rank):
    torch.set_num_threads(1)
    task = torch.load(folder / "task.pt", weights_only=True)
    store = dist.TCPStore("127.0.0.1", port, 2, False, LIMIT, use_libuv=False)
    given = {"timeout": LIMIT, "store": store, "rank": rank, "world_size": 2}
    dist.init_process_group("gloo", **given)
    out = {"together": together(task, rank)}
    dist.destroy_process_group()
    if rank == 0:
        out["resumed"] = resumed(task, folder)
    torch.save(out, folder / f"{rank}.pt")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
