"""What may be wrong at one place of a formula."""

import ast
import copy
from collections.abc import Iterator

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
        case ast.Attribute(value=value, attr="T" | "mT"):
            yield "transpose dropped", value
        case ast.keyword(arg="alpha" | "value", value=value) if not minus(value):
            yield "sign flipped", other(value=ast.UnaryOp(ast.USub(), value))
        case ast.Constant(value=int() | float() as value):
            step = 1 if isinstance(value, int) else (value or 1) / 4
            yield "constant nudged", ast.Constant(value + step)
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


def text(node):
    return ast.unparse(node).replace("\n", " ")
