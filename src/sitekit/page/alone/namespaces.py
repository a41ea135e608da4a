"""What stands for a module of which a page asks the parts, as in ``nn.Linear``."""

from collections.abc import Callable, Iterator
from pathlib import Path

from sitekit.page.alone.modules import Target, find, load, ours
from sitekit.page.alone.pieces import Chain

SPACE = Target("foreign", "types", "SimpleNamespace", "SimpleNamespace")
WIDTH = 68  # of one on a line


def space(
    root: Path, module: str, chains: set[Chain], name: Callable[[Target], str]
) -> str:
    """Code that makes it, of parts under the names that they have here."""
    said = []
    if chains & {(), ("__name__",)}:
        said.append(f'__name__="{module}"')
    for part, deeper in _heads(root, module, chains).items():
        target = find(root, module, part)
        if target.kind == "whole":
            value = space(root, target.module, deeper, name)
        else:
            value = name(target)
        said.append(f"{part}={value}")
    short = f"{name(SPACE)}({', '.join(said)})"
    if len(short) <= WIDTH:
        return short
    rows = "".join(f"    {each},\n" for each in said)
    return f"{name(SPACE)}(\n{rows})"


def parts(root: Path, module: str, chains: set[Chain]) -> Iterator[Target]:
    """What is asked of a module."""
    for name, deeper in _heads(root, module, chains).items():
        target = find(root, module, name)
        if target.kind == "whole":
            yield from parts(root, target.module, deeper)
        else:
            yield target


def _heads(root: Path, module: str, chains: set[Chain]) -> dict[str, set[Chain]]:
    """The names of a module that are asked for, and what is asked of each."""
    here = load(root, module)
    public = [n for n in (*here.makers, *here.imports) if not n.startswith("_")]
    found: dict[str, set[Chain]] = {}
    for chain in chains:
        for name in [chain[0]] if chain else public:
            # What it lacks is asked of another module that the page calls the same.
            if name in public or ours(root, f"{module}.{name}"):
                found.setdefault(name, set()).add(chain[1:])
    return dict(sorted(found.items()))
