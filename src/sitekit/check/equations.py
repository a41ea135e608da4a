r"""Equations, evaluated from what the pages print.

``parse(find(root, "eq:mse"), "L(w, b)", symbols)`` makes a function of a right-hand
side. Nothing is guessed: ``symbols`` names each symbol as it is printed,

    {"N": "N", r"\hat m_t": "m_hat", "y_n": "y[n]", r"\sum_j": "d"}

where ``y[n]`` is an array from which a sum over n takes y_1, y_2, …, and d is how far
a sum without limits goes. What is not declared, not printed or lost in between, and
what SymPy would misread, is refused. The lines of a formula are told apart by their
left-hand sides.
"""

import re
import string
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np

from sitekit.check.formulas import Printed

NO_MATHS = (
    r"\\(?:tag\*?|label)\{[^}]*\}|\\(?:begin|end)\{(?:aligned|gathered|split)\}|&"
)
TOKEN = r"\\[A-Za-z]+|\\[^A-Za-z\s]|(?<=[\^_])\d|\d+(?:\.\d+)?|\S"
LAYOUT = {  # of tokens with a space between
    r"(?<!\S)\\(?:left|right)(?!\S)(?: \.)?": "",
    r"(?<!\S)\\(?:[,;:!]|q?quad|[Bb]igg?[lr]?)?(?!\S)": "",
    r"(?<!\S)\\(?:mathbf|mathrm|boldsymbol)(?!\S)(?: \{ (\S+) \}(?!\S))?": r"\1",
    r"(?<!\S)(\\hat|\\bar|\\tilde|\^|_) \{ (\S+) \}": r"\1 \2",
    r"\\\\ \[ [^]]*\]": r"\\\\",
}
INDEX = r"\\sum _ (?:\{ )?(\S+)"
# From here on, a symbol is @ and a letter of its own.
LETTERS = [c for c in string.ascii_letters if c not in "de"]  # SymPy differentiates d
SUM = r"\\sum _ (?:(@\w)(?! \^)|\{ (@\w)=(.+?) \} \^ (?:\{ (.+?) \}|(\S+)))"
LIMIT = r"\{(?:@\w=)?(?:@\w|\d|[-+])+\}"
CALLED = ("max", "min", "exp", "log", "ln", "cos", "tanh")
CALL = rf"\\(?:{'|'.join(CALLED)})(?= \()"
WORD = r"\\(?:[td]?frac|sqrt|cdot)"
KNOWN = rf"@\w|\d[\d.]*|[-+/()[\]{{}}^,]|{WORD}|{CALL}|\\sum_{LIMIT}\^{LIMIT}"
UNKNOWN = rf"(?<!\S)(?!(?:{KNOWN})(?!\S))\S+"
# Where two factors meet: SymPy would take a(b + c) for a call, and drop a.
PRODUCT = r"(?<!\S)(@\w|\d\S*|[)\]}]) (?=@|\d|[(\[]|\\(?!cdot))"
FUNCTIONS = {
    "max": lambda *values: reduce(np.maximum, values),
    "min": lambda *values: reduce(np.minimum, values),
    "log": lambda value, _base=None: np.log(value),  # SymPy adds e, or not
}


@dataclass(frozen=True)
class Equation:
    """The right-hand side of one line, as a function of its symbols."""

    printed: Printed
    lhs: str
    lines: list[str]  # the left-hand sides of the whole formula
    symbols: list[str]  # names, with [indices] if a sum goes over it
    function: Callable[..., Any]

    def __call__(self, **values: Any) -> Any:
        needed = [symbol.split("[")[0] for symbol in self.symbols]
        if values.keys() != {*needed}:
            raise self.printed.error(f"needs {needed}, got {[*values]}")
        return self.function(
            *(
                Numbered(self.printed, symbol, np.asarray(values[name]))
                if "[" in symbol
                else values[name]
                for symbol, name in zip(self.symbols, needed, strict=True)
            )
        )


@dataclass(frozen=True)
class Numbered:
    """An array whose first element is number 1, as in a formula."""

    printed: Printed
    symbol: str
    values: np.ndarray

    def __getitem__(self, at: int | tuple[int, ...]) -> Any:
        at = at if isinstance(at, tuple) else (at,)
        for i, size in zip(at, self.values.shape, strict=False):
            if not 1 <= i <= size:
                message = f"takes number {i} of {self.symbol}, which has 1 to {size}"
                raise self.printed.error(message)
        return self.values[tuple(i - 1 for i in at)]


def normal(tex: str) -> str:
    """Tokens with a space between, without what only places, sizes or slants them."""
    tex = re.sub(r",\s*\\q?quad\b", r"\\\\ ", re.sub(NO_MATHS, " ", tex))
    tex = re.sub(r"([\^_])\s+", r"\1", tex)
    text = " ".join(re.findall(TOKEN, tex))
    for pattern, new in LAYOUT.items():
        text = re.sub(pattern, new, text)
    return " ".join(text.split())


class Names:
    """A letter for each symbol, and back."""

    def __init__(self, symbols: Iterable[str]) -> None:
        self.letter = dict(zip(dict.fromkeys(symbols), LETTERS, strict=False))
        self.tex = {f"@{letter}": tex for tex, letter in self.letter.items()}
        plain = sorted((s for s in self.letter if r"\sum" not in s), key=len)
        longest_first = "|".join(map(re.escape, reversed(plain)))
        self.symbol = re.compile(rf"(?<!\S)(?:{longest_first})(?!\S)")

    def put(self, text: str) -> str:
        return self.symbol.sub(lambda match: f"@{self.letter[match[0]]}", text)

    def limits(self, match: re.Match[str]) -> str:
        """A sum as one token; without limits it goes from 1 to what is declared."""
        bare, index, first, *last = match.groups()
        if bare:
            end = self.letter.get(rf"\sum _ {self.tex[bare]}")
            return rf"\sum_{{{bare}=1}}^{{@{end}}}" if end else match[0]
        return rf"\sum_{{{index}={first}}}^{{{last[0] or last[1]}}}".replace(" ", "")

    def show(self, text: str) -> str:
        tex = re.sub(r"@\w", lambda match: self.tex[match[0]], text)
        return re.sub(r" ?([_^{]) | (?=\})", r"\1", tex)


def split(text: str) -> list[list[str]]:
    """The lines of a formula, each split where it says ``=``."""
    found: list[list[str]] = []
    text = re.sub(r"\{ [^{}]+ \}", lambda match: match[0].replace(" = ", "="), text)
    for row in re.split(r"(?:^| )\\\\(?: |$)", text):
        first, *rest = (part.strip() for part in f" {row} ".split(" = "))
        if found and not (first and rest):  # the line above goes on
            found[-1][-1] += f" {first}".rstrip()
            found[-1] += rest
        else:
            found.append([first, *rest])
    return found


def parse(printed: Printed, lhs: str, symbols: dict[str, str]) -> Equation:
    """The line whose left-hand side is ``lhs``.

    Raises:
        PageError: it cannot be evaluated as it is printed; says which piece, and why.
    """
    import sympy.parsing.latex as latex  # type: ignore[import-untyped]
    from sympy import Function, IndexedBase, Symbol, lambdify

    text = normal(printed.tex)
    declared = {normal(tex): name for tex, name in symbols.items()}
    if len({*declared.values()}) < len(symbols):
        raise printed.error(f"two symbols or two names are the same in {symbols}")
    names = Names([*declared, *re.findall(INDEX, text)])
    lines = split(names.put(text))
    named = [line for line in lines if line[0] == names.put(normal(lhs))]
    if len(named) != 1 or len(named[0]) != 2:
        there = "; ".join(names.show(" = ".join(line)) for line in lines)
        raise printed.error(f"not one line is '{lhs}' = …, but it says '{there}'")
    rhs = re.sub(r" [.,;]$", "", named[0][1])
    shown = names.show(rhs)
    rhs = re.sub(SUM, names.limits, rhs)
    if unknown := re.search(UNKNOWN, rhs):
        piece = names.show(unknown[0])
        raise printed.error(f"'{piece}' is neither declared nor known, in '{shown}'")
    try:
        code = re.sub(PRODUCT, r"\1 \\cdot ", rhs).replace("@", "")
        expression = latex.parse_latex(code, strict=True)
    except latex.LaTeXParsingError:
        raise printed.error(f"SymPy cannot read '{shown}' to its end") from None
    if not {str(call.func) for call in expression.atoms(Function)} <= {*CALLED}:
        raise printed.error(f"SymPy takes a factor for a function in '{shown}'")

    letters = [Symbol(names.letter[tex]) for tex in declared]
    for letter, name in zip(letters, declared.values(), strict=True):
        if match := re.search(r"\[(.+)\]", name):
            at = [names.letter.get(normal(index)) for index in match[1].split(",")]
            if None in at:
                raise printed.error(f"nothing is summed over the index of '{name}'")
            element = IndexedBase(letter)[tuple(map(Symbol, at))]
            expression = expression.xreplace({letter: element})
    free = {s for s in expression.free_symbols if isinstance(s, Symbol)}
    if lost := [names.show(f"@{letter}") for letter in letters if letter not in free]:
        raise printed.error(f"declared, but not in '{shown}': {', '.join(lost)}")
    if stray := [names.show(f"@{letter}") for letter in free.difference(letters)]:
        raise printed.error(f"used outside its sum in '{shown}': {', '.join(stray)}")
    function = lambdify(letters, expression, modules=[FUNCTIONS, "numpy"])
    left = names.show(named[0][0])
    lefts = [names.show(line[0]) for line in lines]
    return Equation(printed, left, lefts, [*declared.values()], function)
