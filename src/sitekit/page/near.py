"""Whether two texts are equal but for the last places of their decimals.

It imports nothing of ours: a reader's browser compares with this very file.
"""

import re
from decimal import Decimal

DECIMAL = re.compile(r"[-+]?(?:\d+\.\d*(?:e[-+]?\d+)?|\d+e[-+]?\d+)")


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
