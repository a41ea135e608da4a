"""All random generators that a training depends on."""

# --8<-- [start:random-state]
import random

import numpy as np
import torch

PARTS = ("sampler", "batch_sampler", "dataset", "batches")


def generators(loader):
    """torch's generators and NumPy's of a loader and what it is made of."""
    found: dict[int, object] = {}
    seen, parts = set(), [loader]
    for part in parts:  # which grows meanwhile
        if part is None or id(part) in seen:
            continue
        seen.add(id(part))
        for own in (getattr(part, n, None) for n in ("generator", "rng")):
            if isinstance(own, torch.Generator | np.random.Generator):
                found[id(own)] = own
        parts += [getattr(part, name, None) for name in PARTS]
    return [*found.values()]


def random_state(loader):
    """Where Python, NumPy, torch and the loader's generators are."""
    version, words, gauss = random.getstate()
    state = {
        "python": (version, _tensor(words), gauss),
        "numpy": _packed(np.random.get_state(legacy=False)),  # noqa: NPY002
        "torch": torch.get_rng_state(),
        "own": [_state(own) for own in generators(loader)],
    }
    if torch.cuda.is_available():
        state["cuda"] = torch.cuda.get_rng_state_all()
    if torch.backends.mps.is_available():
        state["mps"] = torch.mps.get_rng_state()
    return state


def restore(state, loader):
    """Let them all go on from a state; ValueError for another loader's."""
    owns = generators(loader)
    if len(owns) != len(state["own"]):
        raise ValueError(
            f"the loader has {len(owns)} generators of its own, "
            f"the state is of one with {len(state['own'])}"
        )
    version, words, gauss = state["python"]
    random.setstate((version, tuple(words.tolist()), gauss))
    np.random.set_state(_unpacked(state["numpy"]))  # noqa: NPY002
    torch.set_rng_state(state["torch"])
    for own, before in zip(owns, state["own"], strict=True):
        if isinstance(own, torch.Generator):
            own.set_state(before)
        else:
            own.bit_generator.state = _unpacked(before)
    if "cuda" in state and torch.cuda.is_available():
        torch.cuda.set_rng_state_all(state["cuda"])
    if "mps" in state and torch.backends.mps.is_available():
        torch.mps.set_rng_state(state["mps"])


# --8<-- [end:random-state]


def _state(own):
    if isinstance(own, torch.Generator):
        return own.get_state()
    return _packed(own.bit_generator.state)


def _packed(state):
    """The same with tensors for arrays, which a checkpoint may hold."""
    if isinstance(state, dict):
        return {name: _packed(part) for name, part in state.items()}
    return _tensor(state) if isinstance(state, np.ndarray) else state


def _tensor(words):
    """Of unsigned words, which some torch lacks."""
    return torch.from_numpy(np.array(words, np.int64))


def _unpacked(state):
    if isinstance(state, dict):
        return {name: _unpacked(part) for name, part in state.items()}
    if isinstance(state, torch.Tensor):
        return state.numpy().astype(np.uint64)
    return state
