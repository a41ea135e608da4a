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

OPERATORS = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Gt: ast.LtE,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.LtE: ast.Gt,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
PAIRS = [
    *("add sub", "add_ sub_", "mul div", "mul_ div_", "addcmul_ addcdiv_", "cos sin"),
    *("min max", "minimum maximum", "clamp_min_ clamp_max_", "beta1 beta2"),
]
PARTNER = {a: b for pair in map(str.split, PAIRS) for a, b in (pair, pair[::-1])}
# Functions of one argument; left out, their argument remains.
LOOSE = {"sqrt", "sqrt_", "reciprocal_", "sign", "sign_", "abs", "neg"}


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
    """Each mutant of each method of a class, and the class that has it."""
    tree = ast.parse(source)
    cls = next(n for n in tree.body if getattr(n, "name", None) == name)
    for method in cls.body:
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
    called = {n.attr for n in ast.walk(part) if isinstance(n, ast.Attribute)}
    raises = any(isinstance(n, ast.Raise) for n in ast.walk(part))
    return raises or bool(called & {"require", "__init__"})


def names(part, context):
    found = (n for n in ast.walk(part) if isinstance(n, ast.Name))
    return {n.id for n in found if isinstance(n.ctx, context)}


def text(node):
    return ast.unparse(node).replace("\n", " ")


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


def changes(node, buffers) -> Iterator[tuple[str, ast.AST]]:
    """(what it is called, the node to stand here instead) for all faults of a place."""

    def other(**fields):  # the same but for these
        new = copy.copy(node)
        vars(new).update(fields)
        return new

    match node:
        case ast.Expr(value=ast.Constant()) | ast.Constant(value=bool()):
            return  # a docstring, a flag
        case ast.Expr() | ast.AugAssign():
            yield "statement dropped", ast.Pass()
        case ast.BinOp(left=left, op=ast.Pow()):
            yield "power dropped", left
        case ast.BinOp(op=op) | ast.BoolOp(op=op) if type(op) in OPERATORS:
            yield "operator exchanged", other(op=OPERATORS[type(op)]())
        case ast.Compare(ops=[op]) if type(op) in OPERATORS:
            yield "operator exchanged", other(ops=[OPERATORS[type(op)]()])
        case ast.If(test=test) | ast.IfExp(test=test):
            yield "condition negated", other(test=ast.UnaryOp(ast.Not(), test))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield "sign flipped", operand
        case ast.keyword(arg="alpha" | "value", value=value) if not minus(value):
            yield "sign flipped", other(value=ast.UnaryOp(ast.USub(), value))
        case ast.Constant(value=int() | float() as value):
            yield "constant nudged", ast.Constant(value + (value or 1) / 4)
        case ast.Name(id=name, ctx=ast.Load()):
            if name == "t":
                yield "clock off by one", expression("t + 1")
            elif name == "eps":
                yield "eps dropped", ast.Constant(0)
            elif name in PARTNER:
                yield "swapped", ast.Name(PARTNER[name], ast.Load())
            elif name in buffers and len(buffers) > 1:
                after = buffers[buffers.index(name) - 1]
                yield "buffers swapped", ast.Name(after, ast.Load())
        case ast.Call(func=ast.Attribute(value=x, attr=attr) as func, args=args):
            if attr in PARTNER:
                swapped = ast.Attribute(x, PARTNER[attr], ast.Load())
                yield "method exchanged", other(func=swapped)
            if attr in LOOSE:
                yield f"{attr} dropped", args[0] if args else func.value
            if attr == "add_" and [*map(text, args)] == ["eps"]:
                root = f"({text(x)}).pow(2).add(eps).sqrt()"
                yield "eps inside the root", expression(root)


def minus(node):
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)


def expression(code):
    return ast.parse(code, mode="eval").body
