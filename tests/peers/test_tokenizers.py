"""Hugging Face's tokenizers: the same merges, ties included, and the same tokens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chainrule.text import BytePairTokenizer
from chainrule.text.byte_pair_tokenizer import WORDS

theirs = pytest.importorskip("tokenizers", reason="tokenizers is not installed")

TEXTS = st.lists(st.text("abc 日月é😀\n", max_size=40), min_size=1, max_size=5)


def latin(text):
    """Its bytes as characters, whose numbers are theirs: a split by bytes."""
    return text.encode().decode("latin-1")


def trained(texts, vocab_size, min_frequency):
    tokenizer = theirs.Tokenizer(theirs.models.BPE())
    pattern = theirs.Regex(WORDS.pattern.decode())
    split = theirs.pre_tokenizers.Split(pattern, "isolated")
    tokenizer.pre_tokenizer = split
    trainer = theirs.trainers.BpeTrainer(
        vocab_size=vocab_size,
        min_frequency=min_frequency,
        show_progress=False,
        special_tokens=["<pad>", "<begin>", "<end>", "<unknown>"],
        initial_alphabet=[chr(n) for n in range(256)],
    )
    tokenizer.train_from_iterator(map(latin, texts), trainer)
    return tokenizer


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, st.integers(261, 320), st.integers(1, 3))
def test_the_same_vocabulary_and_tokens(texts, others, vocab_size, min_frequency):
    ours = BytePairTokenizer.train(texts, vocab_size, min_frequency)
    oracle = trained(texts, vocab_size, min_frequency)
    vocabulary = sorted(oracle.get_vocab().items(), key=lambda pair: pair[1])
    assert ours.tokens[4:] == [token.encode("latin-1") for token, _ in vocabulary[4:]]
    for text in texts + others:
        assert ours.encode(text)[1:-1] == oracle.encode(latin(text)).ids
