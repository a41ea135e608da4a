# kind: exact
"""An output that ends when the model says so: Roman numerals below 40."""

# --8<-- [start:own]
SYMBOLS = {"X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1}


def next_symbol(number, said):
    """What comes after the symbols that were said, or END."""
    left = number - sum(SYMBOLS[symbol] for symbol in said)
    fitting = (symbol for symbol, value in SYMBOLS.items() if value <= left)
    return next(fitting, "END")


for number in (10, 19, 38):
    said = []
    while (symbol := next_symbol(number, said)) != "END":
        said.append(symbol)
    print(number, "->", *said, "END")
# --8<-- [end:own]
