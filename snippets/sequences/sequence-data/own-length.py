# kind: exact
"""An output that ends when the model says so."""

# --8<-- [start:own]
ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
]
TENS = [
    "-",
    "-",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]


def next_word(digits, said):
    """The word after those said, or END: digits are three, the last two > 19."""
    hundreds, tens, ones = digits
    words = [ONES[hundreds], "hundred", TENS[tens]]
    words += [ONES[ones]] if ones else []
    return words[len(said)] if len(said) < len(words) else "END"


for digits in ([4, 2, 0], [4, 2, 7]):
    said = []
    while (word := next_word(digits, said)) != "END":
        said.append(word)
    print("a length of its own:", digits, "->", said)
# --8<-- [end:own]
