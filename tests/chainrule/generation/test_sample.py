import math

import pytest
import torch
from helpers.prefixes import log_probability, sequences, whole_prefix_model

from chainrule.generation import PrefixDecoder, greedy, sample

UNIT = "autoregressive-decoder"
V, END, LONGEST, DRAWS = 3, 1, 3, 20_000
MODEL = whole_prefix_model(V, LONGEST, sharpness=1.0)


def found_shares(model=MODEL, seed=0, **options):
    """How often each sequence is drawn."""
    table = {}

    def quick(tokens):  # each prefix once
        rows, which = tokens.unique(dim=0, return_inverse=True)
        return model(rows)[which]

    tokens = sample(
        PrefixDecoder(quick),
        0,
        END,
        LONGEST,
        batch_size=DRAWS,
        generator=torch.Generator().manual_seed(seed),
        **options,
    )
    for row in tokens.tolist():
        key = tuple(row[: row.index(END) + 1] if END in row else row)
        assert set(row[len(key) :]) <= {END}
        table[key] = table.get(key, 0) + 1 / DRAWS
    return table


def near(found, share):
    """Within six standard deviations: by chance once in 500 million."""
    return abs(found - share) < 6 * math.sqrt(share * (1 - share) / DRAWS) + 1e-12


def test_each_sequence_as_often_as_it_is_probable(agree):
    found = found_shares()
    exact = {
        s: math.exp(log_probability(MODEL, 0, s)) for s in sequences(V, END, LONGEST)
    }
    agree(UNIT, sum(exact.values()), 1.0, 1e-12, against="a distribution")
    for sequence, share in exact.items():
        assert near(found.get(sequence, 0.0), share), sequence


def reshaped(temperature, top_k=None, top_p=None):
    """The model with its distributions changed, by lists of probabilities."""

    def after(logits):
        shares = [math.exp(x / temperature) for x in logits]
        total = sum(shares)
        shares = [x / total for x in shares]
        order = sorted(range(V), key=lambda i: -shares[i])[:top_k]
        total, keep = sum(shares[i] for i in order), []
        for i in order:
            if top_p is None or sum(shares[j] for j in keep) < top_p * total:
                keep.append(i)
        return [
            math.log(shares[i]) if i in keep else -math.inf for i in range(len(logits))
        ]

    def model(tokens):
        rows = MODEL(tokens).tolist()
        return torch.tensor(
            [[after(step) for step in row] for row in rows], dtype=torch.float64
        )

    return model


@pytest.mark.parametrize(
    "options",
    [
        {"temperature": 0.6},
        {"temperature": 1.7, "top_k": 2},
        {"temperature": 1.4, "top_p": 0.7},
        {"temperature": 0.9, "top_k": 2, "top_p": 0.62},
    ],
)
def test_filters_in_their_order(options):
    found, model = found_shares(seed=1, **options), reshaped(**options)
    for sequence in sequences(V, END, LONGEST):
        share = math.exp(log_probability(model, 0, sequence))
        assert near(found.get(sequence, 0.0), share), sequence


def test_top_k_of_one_is_greedy(agree):
    begin = torch.arange(4)
    model = whole_prefix_model(4, 5, 3)
    found = sample(PrefixDecoder(model), begin, 2, 5, top_k=1)
    agree(UNIT, found, greedy(PrefixDecoder(model), begin, 2, 5), 0, against="greedy")
    found = sample(PrefixDecoder(model), begin, 2, 5, temperature=1e-4)
    agree(UNIT, found, greedy(PrefixDecoder(model), begin, 2, 5), 0, against="greedy")


def test_a_generator_repeats():
    draws = [
        sample(
            PrefixDecoder(MODEL),
            0,
            END,
            3,
            batch_size=50,
            generator=torch.Generator().manual_seed(seed),
        )
        for seed in (0, 0, 1)
    ]
    assert torch.equal(draws[0], draws[1])
    assert draws[0].shape != draws[2].shape or not torch.equal(draws[0], draws[2])


def test_stops_when_all_ended():
    def model(tokens):
        return torch.tensor([0.0, 50.0, 0.0]).expand(*tokens.shape, 3)

    assert sample(PrefixDecoder(model), 0, END, 9, batch_size=4).tolist() == [[END]] * 4


@pytest.mark.parametrize(
    ("options", "match"),
    [
        ({"temperature": 0}, "temperature must be above 0"),
        ({"top_k": 0}, "top_k must be at least 1"),
        ({"top_p": 0.0}, "top_p must be in"),
        ({"top_p": 1.5}, "top_p must be in"),
    ],
)
def test_what_is_refused(options, match):
    with pytest.raises(ValueError, match=match):
        sample(PrefixDecoder(MODEL), 0, END, 3, **options)
