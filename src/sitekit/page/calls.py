"""What a call changes: guessed, on the safe side, from the words of the code."""

import ast
from collections.abc import Iterable

from sitekit.page.known import Known, called, root

# What is one for a whole program, without a name: it is read as if it had one.
SETTINGS, NUMPY, TORCH = "(settings)", "(np.random)", "(torch.random)"
SETS = {
    *("set_printoptions", "set_default_dtype", "filterwarnings", "simplefilter"),
    *("seterr", "use_deterministic_algorithms"),
}
DRAWS = {"manual_seed", "seed", "normal", "multinomial", "bernoulli", "dropout"}
# Methods that change any list, dict, set or array; of a model, those that do not.
CHANGES = {
    *("append", "extend", "insert", "pop", "remove", "clear", "update", "add", "sort"),
    *("discard", "setdefault", "reverse", "fill", "popitem", "setflags", "resize"),
}
ONLY_READ = {
    *("copy", "mean", "sum", "std", "var", "min", "max", "item", "items", "keys"),
    *("values", "reshape", "tolist", "astype", "round", "dot", "any", "all", "get"),
    *("predict", "predict_proba", "score", "transform", "detach", "numpy", "size"),
    *("argmax", "argmin", "get_params", "index", "count", "join", "split", "format"),
}
CHANGE_FIRST = {"shuffle", "fill_diagonal", "copyto", "put", "put_along_axis", "at"}


class Calls(ast.NodeVisitor):
    """What calls do to names; the rest is :class:`statements.Statements`'s."""

    def __init__(self, page: Known) -> None:
        self.page = page
        self.changes: set[str] = set()
        self.holds: dict[str, set[str]] = {}  # loop variables: of what each is a part

    def change(self, names: Iterable[str]) -> None:
        todo, seen = set(names) - {""}, set[str]()
        while todo:
            name = todo.pop()
            seen.add(name)
            todo |= self.holds.get(name, set()) - seen
        self.changes |= self.page.alike(seen) - set(self.page.imported)

    def makes(self, value: ast.AST) -> bool:
        """Whether a value has a state: an object of a class, or some of these."""
        for node in ast.walk(value):
            if isinstance(node, ast.Call):
                name = called(node)
                known = self.page.functions.get(name)
                if (
                    name[:1].isupper()
                    or name == "default_rng"
                    or (known and known.makes)
                ):
                    return True
        return False

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        page, name = self.page, called(node)
        given = [root(each) for each in node.args]
        named = {k.arg: root(k.value) for k in node.keywords if k.arg}
        objects = {n for n in {*given, *named.values()} if n in page.objects}
        if name in SETS:
            self.change({SETTINGS})
        if "out" in named:
            self.change({named["out"]})
        if isinstance(node.func, ast.Attribute):
            self.method(node.func, given, objects)
        elif known := page.functions.get(name):
            self.change(known.changes)
            named |= dict(zip(known.params, given, strict=False))
            self.change({named[p] for p in known.changed if p in named})
        elif name in page.imported and not name[:1].isupper():
            self.change(objects)
        if page.imported.get(name) and not isinstance(node.func, ast.Attribute):
            self.change({TORCH})

    def method(self, func: ast.Attribute, given: list[str], objects: set[str]) -> None:
        page, owner, name = self.page, root(func), func.attr
        if owner in page.imported and owner not in self.holds:
            if ".random." in ast.unparse(func) and not page.imported[owner]:
                self.change({NUMPY} if name != "default_rng" else ())
            if page.imported[owner] and (
                name.startswith("rand") or name in DRAWS or name[:1].isupper()
            ):
                self.change({TORCH})
            if name in CHANGE_FIRST:
                self.change(given[:1])
            return
        if name in CHANGE_FIRST:
            self.change(given[:1])
        if name in CHANGES or (name.endswith("_") and not name.endswith("__")):
            self.change({owner})
        elif name not in ONLY_READ and page.alike({owner}) & page.objects.keys():
            self.change({owner, *objects})
        if any(self.page.imported.get(n) for n in self.page.later.get(owner, ())):
            self.change({TORCH})
