"""How what a program prints may differ from what its page shows, by its kind."""

import re
from decimal import Decimal
from difflib import unified_diff
from pathlib import Path

from sitekit.page import record
from sitekit.page.programs import Kind

DECIMAL = re.compile(r"[-+]?(?:\d+\.\d*(?:e[-+]?\d+)?|\d+e[-+]?\d+)")


def drift(path: Path, of: Kind, kept: str, printed: str) -> str:
    """How the text that is kept differs from what a program printed, by its kind."""
    if of.name == "study":
        return "" if record.same_columns(kept, printed) else "the columns are others"
    if kept == printed or (of.name == "numeric" and near(kept, printed, of.rtol)):
        return ""
    pair = kept.splitlines(), printed.splitlines()
    name = path.with_suffix(".out").name
    return "\n".join(unified_diff(*pair, name, "printed", lineterm="", n=0))


def near(kept: str, printed: str, rtol: float = 0.0) -> bool:
    """Whether text is equal and decimals differ by one unit of the last place shown.

    With ``rtol``, they may differ by that share of the kept number instead.
    """
    pair = kept, printed
    words = {tuple(DECIMAL.sub("#", text).split()) for text in pair}
    if len(words) > 1:
        return False
    found = [[Decimal(x) for x in DECIMAL.findall(text)] for text in pair]
    return all(
        abs(x - y) <= (abs(x) * Decimal(rtol) if rtol else place(x, y))
        for x, y in zip(*found, strict=True)
    )


def place(x: Decimal, y: Decimal) -> Decimal:
    """One unit of the last place that is printed of both."""
    exponents = [int(value.as_tuple().exponent) for value in (x, y)]
    return Decimal(1).scaleb(max(exponents))
