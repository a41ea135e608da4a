"""Faults planted by a program: a module's source with one thing wrong in a method.

What stands in a method's body is changed place by place: powers dropped, β₁ and β₂
or buffers swapped, ε moved into the root or dropped, the clock put forward, signs
flipped, constants nudged, operators and methods exchanged, statements left out.
"""

import ast
import copy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import torch

from helpers.faults import changes, expression, text


@dataclass(frozen=True)
class Mutant:
    """A method with one fault."""

    cls: str
    method: str
    line: int  # of the file
    kind: str
    before: str
    after: str

    def __str__(self):
        where = f"{self.cls}.{self.method}, line {self.line}"
        return f"{where}: {self.kind}: {self.before}  ->  {self.after}"


def mutants(source, name, skip=()) -> Iterator[tuple[Mutant, type]]:
    """Each mutant of each method of a class, or of a function, and what has it."""
    tree = ast.parse(source)
    thing = next(n for n in tree.body if getattr(n, "name", None) == name)
    for method in thing.body if isinstance(thing, ast.ClassDef) else [thing]:
        if not isinstance(method, ast.FunctionDef) or method.name in skip:
            continue
        given = [a.arg for a in method.args.args if a.arg not in ("self", "w", "t")]
        buffers = given if method.name == "update" else []
        for node in [n for part in formula(method) for n in ast.walk(part)]:
            for kind, new in changes(node, buffers):
                where = name, method.name, node.lineno
                with replaced(tree, node, new):
                    faulty = Patience().visit(copy.deepcopy(tree))
                code = compile(ast.fix_missing_locations(faulty), name, "exec")
                namespace = {"__name__": f"mutant.{name}", "patience": iter(range(999))}
                exec(code, namespace)
                yield Mutant(*where, kind, text(node), text(new)), namespace[name]


class Patience(ast.NodeTransformer):
    """A loop that a fault has made endless runs into StopIteration."""

    def visit_While(self, node):
        node.body.insert(0, ast.Expr(expression("next(patience)")))
        return self.generic_visit(node)


def formula(method):
    """The statements without those that only refuse bad input.

    What they say is asked of every class by tests of its errors; with values that are
    accepted, a fault in them is none.
    """
    parts = [part for part in method.body if not refuses(part)]
    used = {name for part in parts for name in names(part, ast.Load)}
    local = [(part, names(part, ast.Store)) for part in parts]
    return [part for part, made in local if not made or made & used]


def refuses(part):
    nodes = [*ast.walk(part)]
    called = [n.attr for n in nodes if isinstance(n, ast.Attribute)]
    called += [n.id for n in nodes if isinstance(n, ast.Name)]
    raises = any(isinstance(n, ast.Raise) for n in nodes)
    return raises or any(
        n.lstrip("_").startswith(("require", "init__")) for n in called
    )


def names(part, context):
    found = (n for n in ast.walk(part) if isinstance(n, ast.Name))
    return {n.id for n in found if isinstance(n.ctx, context)}


@contextmanager
def replaced(tree, old, new):
    """Within the block new stands in the place of old."""

    class Swap(ast.NodeTransformer):
        def __init__(self, a, b):
            self.a, self.b = a, b

        def visit(self, node):
            return self.b if node is self.a else self.generic_visit(node)

    ast.copy_location(new, old)
    Swap(old, new).visit(tree)
    yield
    Swap(new, old).visit(tree)


SEEN = 1e-9
WRONG = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError)
WRONG = (*WRONG, TypeError, ValueError)


def gap(found):
    """Largest difference of the pairs, infinite for an error, a NaN, another shape."""
    worst = 0.0
    try:
        for ours, oracle in found():
            ours, oracle = (torch.as_tensor(a).double() for a in (ours, oracle))
            if ours.shape != oracle.shape:
                return float("inf")
            error = (ours - oracle).abs().max().item() if ours.numel() else 0.0
            worst = max(worst, error if error == error else float("inf"))
            if worst > SEEN:
                break
    except WRONG:
        return float("inf")
    return worst


def surviving(source, name, found, skip=()):
    """How many mutants were tried, and those that found(mutant) does not tell apart."""
    tried, left = 0, []
    with np.errstate(all="ignore"):
        for mutant, thing in mutants(source, name, skip):
            tried += 1
            if gap(lambda thing=thing: found(thing)) <= SEEN:
                left.append(mutant)
    return tried, left


def unexplained(left, known):
    """Survivors that nobody explained, and explanations of nothing.

    known says why a change changes nothing: {"a + b -> a - b": "b is 0 here"}, with a
    reason for each place in a list where the same change is made at several.
    """
    said = [f"{mutant.before} -> {mutant.after}" for mutant in left]
    return [
        *(str(m) for m, change in zip(left, said, strict=True) if change not in known),
        *(
            f"not so many survivors: {change}"
            for change, why in known.items()
            if said.count(change) != (len(why) if isinstance(why, list) else 1)
        ),
    ]
