"""Byte-pair encoding: frequent neighbours become one token."""

# --8<-- [start:byte-pair-train]
import re
from collections import Counter
from itertools import pairwise

WORDS = re.compile(rb" ?[^ \t\n\r]+|[ \t\n\r]+")  # together the whole text


class BytePairTokenizer:
    """Tokens are runs of bytes: 4 marks, 256 bytes, then one for each merge.

    As CharTokenizer has them, 0 pads, 1 begins and 2 ends; 3 is never
    needed, since any text is bytes. merges are pairs of bytes objects,
    applied in their order within the words of a text, a space before a
    word being part of it. BytePairTokenizer(old.merges) is the old one
    again. Sennrich et al. (2016), arXiv:1508.07909, Algorithm 1, merge
    characters and mark the ends of words; bytes are GPT-2's. Raises
    TypeError for what is no text, ValueError for other numbers.
    """

    pad, begin, end, unknown = range(4)

    def __init__(self, merges=()):
        self.merges, self.ranks = [], {}
        self.tokens = [b""] * 4 + [bytes([n]) for n in range(256)]
        self.numbers = {
            token: n for n, token in enumerate(self.tokens) if n > 3
        }
        for pair in merges:
            self.add(*pair)

    def __len__(self):
        return len(self.tokens)

    def add(self, left, right):
        self.ranks[left, right] = len(self.merges)
        self.merges.append((left, right))
        if left + right not in self.numbers:  # or it was made of others before
            self.numbers[left + right] = len(self.tokens)
            self.tokens.append(left + right)

    @classmethod
    def train(cls, texts, vocab_size, min_frequency=1):
        """Merge the most frequent pair until there are vocab_size tokens.

        Of equally frequent pairs that with the lower numbers comes
        first, as in the package tokenizers. Ends early where no pair
        comes min_frequency times.
        """
        self = cls()
        counts: Counter[bytes] = Counter()
        for text in texts:
            counts.update(WORDS.findall(text.encode()))
        words = [
            ([word[i : i + 1] for i in range(len(word))], n)
            for word, n in counts.items()
        ]
        while len(self) < vocab_size:
            pairs: Counter[tuple[bytes, bytes]] = Counter()
            for word, n in words:
                for pair in pairwise(word):
                    pairs[pair] += n
            number = self.numbers.__getitem__
            first = min(
                pairs, key=lambda p: (-pairs[p], *map(number, p)), default=None
            )
            if first is None or pairs[first] < min_frequency:
                break
            self.add(*first)
            words = [(merged(word, first), n) for word, n in words]
        return self

    # --8<-- [end:byte-pair-train]

    # --8<-- [start:byte-pair-encode]
    def encode(self, text):
        if not isinstance(text, str):
            raise TypeError(f"encode: a text is expected, got {text!r}")
        found = [self.begin]
        for word in WORDS.findall(text.encode()):
            parts = [word[i : i + 1] for i in range(len(word))]
            while known := [p for p in pairwise(parts) if p in self.ranks]:
                parts = merged(parts, min(known, key=self.ranks.__getitem__))
            found += [self.numbers[part] for part in parts]
        return [*found, self.end]

    def decode(self, tokens):
        """The text up to the end; bytes that are no UTF-8 become "\\ufffd"."""
        parts = []
        for token in map(int, tokens):
            if not 0 <= token < len(self):
                raise ValueError(f"decode: {token} is no token of {len(self)}")
            if token == self.end:
                break
            parts.append(self.tokens[token])
        return b"".join(parts).decode(errors="replace")

    # --8<-- [end:byte-pair-encode]


# --8<-- [start:merged]
def merged(parts, pair):
    """The parts with each occurrence of a pair as one, from the left."""
    found: list[bytes] = []
    for part in parts:
        if found and (found[-1], part) == pair:
            found[-1] += part
        else:
            found.append(part)
    return found


# --8<-- [end:merged]
