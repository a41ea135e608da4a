"""What the code of a page has said of its names so far, and how code is asked."""

import ast
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field


@dataclass
class Function:
    """What a call of a function, or of a class, does with names outside of it."""

    reads: set[str]
    changes: set[str]
    params: list[str] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)  # of its parameters
    makes: bool = False  # an object that others may change


class Known:
    """What is known of the names of a page, block after block.

    Args:
        foreign: which packages a line of imports needs (``page.uses.needs``).
    """

    def __init__(self, foreign: Callable[[str], set[str]]) -> None:
        self.foreign = foreign
        self.packages: set[str] = set()  # of others, that the last block imports
        self.functions: dict[str, Function] = {}
        self.later: dict[str, set[str]] = {}  # what the use of a name reads
        self.imported: dict[str, bool] = {}  # a name, and whether torch is behind it
        self.objects: dict[str, set[str]] = {}  # with what else each shares its state

    def forget(self, name: str) -> None:
        """It is bound anew."""
        for known in (self.functions, self.later, self.imported, self.objects):
            known.pop(name, None)

    def alike(self, names: Iterable[str]) -> set[str]:
        """These, and all that shares its state with one of them."""
        todo, found = set(names), set[str]()
        while todo:
            name = todo.pop()
            found.add(name)
            others = {k for k, v in self.objects.items() if name in v}
            todo |= (self.objects.get(name, set()) | others) - found
        return found


def roots(node: ast.AST) -> set[str]:
    """The names that are read anywhere in an expression."""
    found = (n for n in ast.walk(node) if isinstance(n, ast.Name))
    return {n.id for n in found}


def root(node: ast.AST) -> str:
    """`model` of `model.layers[0].w`; nothing of what begins otherwise."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Starred):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def called(node: ast.Call) -> str:
    """The last word of what is called: `default_rng` of `np.random.default_rng`."""
    func = node.func
    if isinstance(func, ast.Attribute):
        return func.attr
    return func.id if isinstance(func, ast.Name) else ""
