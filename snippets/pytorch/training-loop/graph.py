# kind: exact
"""What stays in memory when .item(), backward or no_grad is missing."""

# --8<-- [start:kept]
import weakref

import torch

model = torch.nn.Sequential(
    torch.nn.Linear(100, 100), torch.nn.Tanh(), torch.nn.Linear(100, 1)
)
batches = torch.ones(8, 50, 100)  # eight batches of 50
given = {x.data_ptr() for x in (*model.parameters(), *batches)}


class Saved:
    """What the graph keeps of a tensor until the graph is gone."""

    def __init__(self, x):
        self.x = x.detach()


def kept(add, backward=True, grad=True):
    """Nodes below a running sum; kB held in the end, and at most."""
    total, most, alive = 0.0, 0, weakref.WeakSet()

    def pack(x):
        nonlocal most
        alive.add(saved := Saved(x))
        most = max(most, held(alive))
        return saved

    hooks = torch.autograd.graph.saved_tensors_hooks(pack, lambda s: s.x)
    with hooks, torch.set_grad_enabled(grad):
        for x in batches:
            loss = model(x).square().mean()
            if backward:
                loss.backward()
            total = add(total, loss)
            del loss
    return nodes(total), held(alive), most


def held(alive):
    """Kilobytes of what is neither a parameter nor a batch."""
    sizes = {s.x.data_ptr(): s.x.nbytes for s in alive}
    return sum(n for at, n in sizes.items() if at not in given) / 1000


# --8<-- [end:kept]


# --8<-- [start:nodes]
def nodes(total):
    """How many operations hang below a tensor; a number has none."""
    seen, waiting = set(), [getattr(total, "grad_fn", None)]
    while waiting:
        node = waiting.pop()
        if node is not None and node not in seen:
            seen.add(node)
            waiting += [below for below, _ in node.next_functions]
    return len(seen)


def number(total, loss):
    return total + loss.item()


def tensor(total, loss):
    return total + loss


print("                nodes  kB kept  at most")
for name, *options in (
    ("train, item()", number),
    ("train, tensor", tensor),
    ("valid, item()", number, False),
    ("valid, tensor", tensor, False),
    ("   and no_grad", tensor, False, False),
):
    count, *sizes = kept(*options)
    print(f"{name:15}{count:6}{sizes[0]:9.1f}{sizes[1]:9.1f}")
# --8<-- [end:nodes]
