from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chainrule.text import BytePairTokenizer
from chainrule.text.byte_pair_tokenizer import merged

UNIT = "speech-recognition-and-translation"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
LITTLE = st.text("ab 日😀\n", max_size=30)
# The dictionary of the paper's section 3.2.
COUNTS = {"low": 5, "lower": 2, "newest": 6, "widest": 3}
PAPER = " ".join(word for word, n in COUNTS.items() for _ in range(n))


def by_definition(words, size):
    """The first merges, each counted anew over words as tuples of bytes."""
    found = []
    for _ in range(size):
        count = Counter()
        for word in words:
            for k in range(len(word) - 1):
                count[word[k : k + 2]] += 1
        if not count:
            break
        known = [
            *map(bytes, ([n] for n in range(256))),
            *dict.fromkeys(map(b"".join, found)),
        ]
        most = max(count.values())
        pair = min(
            (p for p, n in count.items() if n == most),
            key=lambda p: [*map(known.index, p)],
        )
        found.append(pair)
        words = [through(word, pair) for word in words]
    return found


def through(word, pair):
    """Recursively: the first occurrence, then what is behind it."""
    for k in range(len(word) - 1):
        if word[k : k + 2] == pair:
            return (*word[:k], pair[0] + pair[1], *through(word[k + 2 :], pair))
    return word


def split(text):
    """Words with the space before them, and runs of space, by hand."""
    words, data = [], text.encode()
    space = b" \t\n\r"
    for n in range(len(data)):
        byte = data[n : n + 1]
        inside = words and (
            (byte in space) == (words[-1][-1:] in space)
            or (words[-1] == b" " and byte not in space)
        )
        if inside:
            words[-1] += byte
        else:
            words.append(byte)
    return [tuple(w[i : i + 1] for i in range(len(w))) for w in words]


@given(TEXTS, st.lists(LITTLE, max_size=4), st.integers(250, 290))
def test_round_trip_of_any_text(text, corpus, size):
    tokenizer = BytePairTokenizer.train(corpus, size)
    for each in [text, *corpus, "二〇二一年 😀\r\n"]:
        assert tokenizer.decode(tokenizer.encode(each)) == each
    again = BytePairTokenizer(tokenizer.merges)
    assert vars(again) == vars(tokenizer)


def test_the_papers_example(agree):
    """es, est, lo, low: as in the paper, but for the mark of a word's end."""
    tokenizer = BytePairTokenizer.train([PAPER], 260 + 6)
    assert tokenizer.tokens[260:] == [b"es", b"est", b"lo", b"low", b" n", b" low"]
    found = tokenizer.encode("lowest low")
    agree(UNIT, found, [1, 263, 261, 265, 2], 0, against="merging by hand")


@settings(max_examples=60)
@given(st.lists(LITTLE, min_size=1, max_size=4), st.integers(1, 20))
def test_training_is_the_definition(corpus, size):
    words = [word for text in corpus for word in split(text)]
    oracle = by_definition(words, size)
    made = {a + b for a, b in oracle}
    tokenizer = BytePairTokenizer.train(corpus, 260 + len(made))
    assert tokenizer.merges == oracle[: len(tokenizer.merges)]
    assert {*tokenizer.tokens[260:]} == made


@settings(max_examples=60)
@given(st.lists(LITTLE, min_size=1, max_size=4), LITTLE)
def test_encoding_is_all_merges_in_their_order(corpus, text):
    tokenizer = BytePairTokenizer.train(corpus, 275)
    words = split(text)
    for pair in tokenizer.merges:
        words = [through(word, pair) for word in words]
    oracle = [tokenizer.numbers[part] for word in words for part in word]
    assert tokenizer.encode(text)[1:-1] == oracle


def test_rare_pairs_stay_apart():
    assert BytePairTokenizer.train(["abab"], 999, min_frequency=3).merges == []
    assert BytePairTokenizer.train(["abab"], 999, 2).merges == [(b"a", b"b")]
    assert BytePairTokenizer.train([], 999).merges == []


def test_of_equal_ones_the_lower_numbers():
    tokenizer = BytePairTokenizer.train(["zy", "zy", "ab", "ab"], 262)
    assert tokenizer.merges == [(b"a", b"b"), (b"z", b"y")]
    tokenizer = BytePairTokenizer.train(["ac", "ab"], 261)
    assert tokenizer.merges == [(b"a", b"b")]


def test_a_token_made_in_two_ways_is_one():
    tokenizer = BytePairTokenizer(
        [(b"a", b"b"), (b"b", b"c"), (b"ab", b"c"), (b"a", b"bc")]
    )
    assert len(tokenizer) == 260 + 3
    assert tokenizer.encode("abc") == [1, 262, 2]


def test_merged_from_the_left():
    assert merged([b"a"] * 5, (b"a", b"a")) == [b"aa", b"aa", b"a"]


def test_decode_ends_and_mends():
    tokenizer = BytePairTokenizer()
    first = tokenizer.encode("日")[1]
    assert tokenizer.decode([1, 4 + 97, 0, 3, 4 + 98, 2, 4 + 99]) == "ab"
    assert tokenizer.decode([first]) == "\ufffd"


@pytest.mark.parametrize("token", [-1, 260])
def test_no_token(token):
    with pytest.raises(ValueError, match=f"decode: {token} is no token of 260"):
        BytePairTokenizer().decode([token])


def test_no_text():
    with pytest.raises(TypeError, match="a text is expected, got b'ab'"):
        BytePairTokenizer().encode(b"ab")
