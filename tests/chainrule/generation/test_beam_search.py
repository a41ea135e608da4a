import math

import pytest
import torch
from helpers.prefixes import log_probability, sequences, whole_prefix_model

from chainrule.generation import PrefixDecoder, beam_search, greedy

UNIT = "autoregressive-decoder"
V, END, LONGEST = 3, 1, 4
POSSIBLE = len(list(sequences(V, END, LONGEST)))


def score(model, begin, sequence, alpha):
    """log p over ((5 + l) / 6)^α, with Python's own floats."""
    return log_probability(model, begin, sequence) / ((5 + len(sequence)) / 6) ** alpha


def ended(row):
    """Without what is only there to fill up."""
    row = row.tolist()
    return tuple(row[: row.index(END) + 1] if END in row else row)


@pytest.mark.parametrize("alpha", [0.0, 0.6, 1.0, 2.5])
@pytest.mark.parametrize("seed", range(3))
def test_a_wide_beam_finds_the_best_of_all(agree, seed, alpha):
    """Every sequence in its order: those that end within, those cut off."""
    model = whole_prefix_model(V, LONGEST, seed)
    tokens, scores = beam_search(
        PrefixDecoder(model), torch.tensor([0, 2]), END, LONGEST, POSSIBLE, alpha
    )
    assert tokens.shape == (2, POSSIBLE, LONGEST)
    for n, begin in enumerate((0, 2)):
        scored = [
            (score(model, begin, s, alpha), s) for s in sequences(V, END, LONGEST)
        ]
        scored.sort(reverse=True)
        against = "all sequences, by brute force"
        agree(UNIT, scores[n], [s for s, _ in scored], 1e-13, against=against)
        assert [ended(row) for row in tokens[n]] == [s for _, s in scored]
    short = [s for _, s in scored if s[-1] == END and len(s) < LONGEST]
    assert len(short) > 5


@pytest.mark.parametrize("alpha", [0.0, 0.6, 3.0])
def test_one_beam_is_greedy(agree, alpha):
    for seed in range(12):
        model = whole_prefix_model(4, 5, seed)
        begin = torch.arange(4)
        found, scores = beam_search(PrefixDecoder(model), begin, 2, 5, 1, alpha)
        oracle = greedy(PrefixDecoder(model), begin, 2, 5)
        agree(UNIT, found[:, 0], oracle, 0, against="greedy")
        for b, row in enumerate(oracle.tolist()):
            row = row[: row.index(2) + 1] if 2 in row else row
            by_hand = log_probability(model, b, row) / ((5 + len(row)) / 6) ** alpha
            agree(UNIT, scores[b, 0], by_hand, 1e-13, against="the chain rule")


def by_lists(model, begin, end, max_length, k, alpha):
    """A beam search over Python lists, one row."""
    beams = [(0.0, 0.0, ())]
    for _ in range(max_length):
        candidates = []
        for norm, total, words in beams:
            if words and words[-1] == end:
                candidates.append((norm, total, words))
                continue
            prefix = torch.tensor([[begin, *words]])
            steps = model(prefix)[0, -1].log_softmax(-1).tolist()
            for token, step in enumerate(steps):
                more = total + step
                norm = more / ((6 + len(words)) / 6) ** alpha
                candidates.append((norm, more, (*words, token)))
        beams = sorted(candidates, reverse=True)[:k]
    return beams


@pytest.mark.parametrize("k", [2, 3, 4])
def test_narrow_beams_prune_as_they_should(agree, k):
    for seed in range(5):
        model = whole_prefix_model(4, 5, seed)
        tokens, scores = beam_search(PrefixDecoder(model), 0, 3, 5, k, 0.6)
        oracle = by_lists(model, 0, 3, 5, k, 0.6)
        against = "a beam search over lists"
        agree(UNIT, scores[0], [norm for norm, _, _ in oracle], 1e-13, against=against)
        for row, (_, _, words) in zip(tokens[0].tolist(), oracle, strict=True):
            assert tuple(row[: len(words)]) == words
            assert set(row[len(words) :]) <= {3}


def test_rows_do_not_mix():
    model = whole_prefix_model(4, 4, 5)
    together, scores = beam_search(PrefixDecoder(model), torch.arange(4), 2, 4, 3)
    for b in range(4):
        alone, own = beam_search(PrefixDecoder(model), b, 2, 4, 3)
        length = alone.shape[-1]
        assert torch.equal(together[b, :, :length], alone[0])
        assert (together[b, :, length:] == 2).all()
        assert torch.allclose(scores[b], own[0], rtol=1e-14)


def test_stops_when_all_beams_ended():
    def model(tokens):  # <end> nearly always
        return torch.tensor([-9.0, 0.0]).expand(*tokens.shape, 2)

    tokens, _ = beam_search(PrefixDecoder(model), 0, 1, 9, 2)
    assert tokens.tolist() == [[[1, 1], [0, 1]]]


def test_a_token_of_probability_zero_is_never_said():
    def model(tokens):
        return torch.tensor([0.0, -1.0, -math.inf]).expand(*tokens.shape, 3)

    tokens, scores = beam_search(PrefixDecoder(model), 0, 1, 3, 4)
    assert scores.isfinite().all()
    assert (tokens < 2).all()
    assert not scores.isnan().any()


def test_how_many_beams():
    model = whole_prefix_model(V, LONGEST)
    with pytest.raises(ValueError, match="num_beams must be at least 1, got 0"):
        beam_search(PrefixDecoder(model), 0, END, 2, 0)
    # end; a end, b end; aa, ab, ba, bb
    assert len(beam_search(PrefixDecoder(model), 0, END, 2, 7)[1][0]) == 7
    with pytest.raises(ValueError, match="num_beams=8, but 7 sequences possible"):
        beam_search(PrefixDecoder(model), 0, END, 2, 8)
