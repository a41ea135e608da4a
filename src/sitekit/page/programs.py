"""What a program of ``snippets/`` is, as its first line says.

``# kind: exact``
    Small arithmetic that a reader can check. What it prints is compared as text.
``# kind: numeric`` or ``# kind: numeric, rtol 1e-3``
    Converged or smooth results. The text around the numbers is exact; decimals may
    differ by one unit of the last printed place, or by the tolerance that is stated.
``# kind: study`` or ``# kind: study, tested with SEEDS=4 EPOCHS=6``
    Trainings, samples, anything that another processor or seed would print otherwise.
    It prints CSV, and what it printed once is kept as a record (:mod:`page.record`).
    Nobody compares its digits: the page rests on its claims (:mod:`page.claims`).
    A long one is asked afresh with smaller constants, which its first line names.
``# kind: figure``
    It defines ``draw(lang)`` and prints nothing.
"""

import ast
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

KINDS = ("exact", "numeric", "study", "figure")
CLAIMS = ".claims.py"  # beside a study: what the page says of it
LINE = re.compile(
    r"# kind: (?P<kind>\w+)"
    r"(?:, rtol (?P<rtol>[\d.e-]+)|, tested with (?P<set>\w+=\S+(?: \w+=\S+)*))?"
)
# Of each one, in a program that says "exact": a training that varies.
DRAWS = {
    *("rand", "randn", "randint", "randperm", "normal", "uniform", "permutation"),
    *("default_rng", "manual_seed", "random", "shuffle", "choice"),
}
TRAINS = {"backward", "grad", "step", "train", "descend", "minimize"}


class ProgramError(ValueError):
    """A program that does not say what it is."""


@dataclass(frozen=True)
class Kind:
    name: str
    rtol: float = 0.0  # numeric: 0 is one unit of the last printed place
    smaller: dict[str, str] = field(default_factory=dict)  # study: constants to test


def programs(root: Path) -> list[Path]:
    """Every program below ``snippets/``."""
    found = sorted((root / "snippets").rglob("*.py"))
    return [path for path in found if not path.name.endswith(CLAIMS)]


def kind(path: Path) -> Kind:
    """What the first line of a program says.

    Raises:
        ProgramError: it says nothing, or not what the program does.
    """
    return _kind(path, path.read_text("utf-8"))


@lru_cache(maxsize=1024)  # every program is asked again and again
def _kind(path: Path, text: str) -> Kind:
    first = text.partition("\n")[0]
    match = LINE.fullmatch(first)
    if not match or match["kind"] not in KINDS:
        kinds = ", ".join(KINDS)
        raise ProgramError(f"{path}: the first line says no kind (# kind: {kinds})")
    name = match["kind"]
    if (match["rtol"] and name != "numeric") or (match["set"] and name != "study"):
        raise ProgramError(f"{path}: {first!r} does not go together")
    if (name == "figure") != draws_figure(text):
        raise ProgramError(
            f"{path}: a figure defines draw(lang), and nothing else does"
        )
    if name == "exact" and is_training(text):
        raise ProgramError(
            f"{path}: trains on what it drew, so other processors and seeds print "
            "other digits: a study, or, if it converges, numeric"
        )
    smaller = dict(pair.split("=", 1) for pair in (match["set"] or "").split())
    return Kind(name, float(match["rtol"] or 0), smaller)


def draws_figure(text: str) -> bool:
    body = ast.parse(text).body
    return any(isinstance(n, ast.FunctionDef) and n.name == "draw" for n in body)


def is_training(text: str) -> bool:
    """Whether a program draws at random and descends in a loop, in its text."""
    tree = ast.parse(text)
    names = {n.attr if isinstance(n, ast.Attribute) else n.id for n in _names(tree)}
    loops = [n for n in ast.walk(tree) if isinstance(n, ast.For | ast.While)]
    downhill = any(
        isinstance(n, ast.AugAssign) and isinstance(n.op, ast.Sub)
        for loop in loops
        for n in ast.walk(loop)
    )
    return bool(DRAWS & names) and bool(downhill or TRAINS & names)


def _names(tree: ast.Module) -> list[ast.Attribute | ast.Name]:
    return [n for n in ast.walk(tree) if isinstance(n, ast.Attribute | ast.Name)]


def of_kind(root: Path, *names: str) -> list[Path]:
    return [path for path in programs(root) if kind(path).name in names]
