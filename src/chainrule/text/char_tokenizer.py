"""A token for each character."""


# --8<-- [start:char-tokenizer]
class CharTokenizer:
    """The characters of some texts as numbers from 4 on, in Unicode's order.

    0 pads, 1 begins, 2 ends, 3 is any other character. encode gives the
    list of a text between begin and end; decode stops at the end and
    leaves the other marks out, an unknown character is "\\ufffd". What
    looks alike but is written otherwise (é in one character or in two)
    stays apart. CharTokenizer(old.characters) is the old one again.
    Raises TypeError for what is no text, ValueError for other numbers.
    """

    pad, begin, end, unknown = range(4)

    def __init__(self, texts):
        self.characters = "".join(sorted(set().union(*texts)))
        self.numbers = {c: n for n, c in enumerate(self.characters, 4)}

    def __len__(self):
        return 4 + len(self.characters)

    def encode(self, text):
        if not isinstance(text, str):
            raise TypeError(f"encode: a text is expected, got {text!r}")
        known = [self.numbers.get(c, self.unknown) for c in text]
        return [self.begin, *known, self.end]

    def decode(self, tokens):
        characters = []
        for token in map(int, tokens):
            if not 0 <= token < len(self):
                raise ValueError(f"decode: {token} is no token of {len(self)}")
            if token == self.end:
                break
            if token >= self.unknown:
                characters.append(("\ufffd" + self.characters)[token - 3])
        return "".join(characters)


# --8<-- [end:char-tokenizer]
