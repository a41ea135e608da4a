import pytest
from hypothesis import given
from hypothesis import strategies as st

from chainrule.text import CharTokenizer

UNIT = "speech-recognition-and-translation"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.lists(TEXTS, max_size=4))
def test_round_trip_and_the_old_one_again(texts):
    tokenizer = CharTokenizer([*texts, "三月五日 😀"])
    for text in [*texts, "😀日"]:
        assert tokenizer.decode(tokenizer.encode(text)) == text
    again = CharTokenizer(tokenizer.characters)
    assert vars(again) == vars(tokenizer)
    assert len(again) == 4 + len(set("".join(texts)) | set("三月五日 😀"))


def test_numbers_by_hand(agree):
    """Unicode's order: digits, Latin letters, Chinese characters, emoji."""
    tokenizer = CharTokenizer(["月b", "😀2", "ab"])
    assert tokenizer.characters == "2ab月😀"
    oracle = [1, 4, 5, 6, 7, 8, 2]
    agree(UNIT, tokenizer.encode("2ab月😀"), oracle, 0, against="counting by hand")
    assert tokenizer.encode("") == [1, 2]


def test_what_it_does_not_know():
    tokenizer = CharTokenizer(["ab"])
    assert tokenizer.encode("aéb") == [1, 4, 3, 5, 2]
    assert tokenizer.decode([1, 4, 3, 5, 2]) == "a\ufffdb"
    composed, apart = "\u00e9", "e\u0301"  # look alike
    assert len(CharTokenizer([composed, apart])) == 4 + 3


def test_decode_stops_at_the_end_and_leaves_marks_out():
    tokenizer = CharTokenizer(["ab"])
    assert tokenizer.decode([1, 4, 0, 5, 2, 5, 99]) == "ab"
    assert tokenizer.decode([]) == ""


@pytest.mark.parametrize("token", [-1, 6])
def test_no_token(token):
    with pytest.raises(ValueError, match=f"decode: {token} is no token of 6"):
        CharTokenizer("ab").decode([4, token])


def test_no_text():
    with pytest.raises(TypeError, match="a text is expected, got 2021"):
        CharTokenizer("ab").encode(2021)
