"""One name for each thing of a program, which no other thing there has.

Two things may have the same (a layer in NumPy and the same in PyTorch), or the page
may mean something else by it, or a function may call something of its own so where
another module's name stood behind that module's. Then the longer name tells it.
"""

from collections.abc import Mapping
from pathlib import Path

from sitekit.page.alone.closure import BUILTIN, Reached, used
from sitekit.page.alone.modules import Target


def named(
    root: Path,
    found: Reached,
    rank: Mapping[str, int],
    bound: set[str],
    meant: Mapping[str, Target],
) -> dict[Target, str]:
    """A name for all that was found; the modules' own come first, in their order.

    ``bound`` are the names that the page's blocks bind, ``meant`` those of them that
    stand for the same throughout, and may stand for it here as well.

    Raises:
        ValueError: there is none for something.
    """
    names = _Names(root, found, bound, meant)
    ranked = sorted(
        (t for t in found.targets if t.kind != "whole"),
        key=lambda t: (t.kind != "own", rank.get(t.module, 0), t),
    )
    return {target: names.take(target) for target in ranked}


class _Names:
    def __init__(
        self, root: Path, found: Reached, bound: set[str], meant: Mapping[str, Target]
    ) -> None:
        self.bound = bound
        # Where each is used: as what, and which names are a function's there.
        self.places: dict[Target, list[tuple[str, set[str]]]] = {}
        for module, at in found.statements:
            here = used(root, module, at)
            for use in here.uses:
                self.places.setdefault(use.target, []).append((use.spelled, here.local))
        self.taken: dict[str, Target | None] = dict.fromkeys({*BUILTIN, *bound})
        for name, target in meant.items():
            if name == (target.called or target.name):
                self.taken[name] = target

    def take(self, target: Target) -> str:
        plain = target.called or target.name
        if target.module == "builtins" and plain not in self.bound:
            return plain
        for name in (plain, *_longer(target, plain)):
            holder = self.taken.get(name, target)
            if holder and _same(holder, target) and self._fits(name, target):
                self.taken[name] = target
                return name
        raise ValueError(f"{target.module}.{plain}: every name for it is taken")

    def _fits(self, name: str, target: Target) -> bool:
        """Whether no function calls something of its own so where it uses this."""
        return all(
            name == spelled or name not in local
            for spelled, local in self.places.get(target, ())
        )


def _longer(target: Target, plain: str) -> list[str]:
    """``scratch_Linear``, ``scratch_nn_Linear``, …; ``torch_nn``."""
    parts = target.module.split(".")
    if target.kind != "own":
        return ["_".join([*parts, plain])]
    private, short = "_" * plain.startswith("_"), plain.lstrip("_")
    heads = ["_".join(parts[1:n]) for n in range(2, len(parts) + 1)]
    return [f"{private}{head}_{short}" for head in heads]


def _same(one: Target, other: Target) -> bool:
    """``import os`` and ``import os.path`` bind the same thing."""
    both = (one, other)
    plain = all(t.kind == "foreign" and not t.name for t in both)
    roots = {t.module.split(".")[0] for t in both}
    return one == other or (plain and roots == {one.called} == {other.called})
