"""That the right functions of the part are right: by torch, and by plain loops."""

import math

import numpy as np
import pytest
import torch
from helpers.checks import agrees, back, of_part
from torch.nn import functional as F

from chainrule.generation import beam_search as search
from chainrule.generation.filters import keep_top_p


def masked_mean(x, mask):
    return np.array(
        [row[there].mean(axis=0) for row, there in zip(x, mask, strict=True)]
    )


def embedding_backward(dy, x, num_embeddings):
    table = np.zeros((num_embeddings, dy.shape[-1]))
    return back(lambda table: F.embedding(torch.tensor(x), table), dy, table)[0]


def attention(*given):
    y = F.scaled_dot_product_attention(*(torch.tensor(a) for a in given))
    return y.nan_to_num()


def split_heads(x, num_heads):
    size = x.shape[2] // num_heads
    heads = [x[:, :, h * size : (h + 1) * size] for h in range(num_heads)]
    return np.stack(heads, axis=1)


def sinusoidal_positions(length, d_model):
    rows = []
    for t in range(length):
        hands = [t / 10000 ** (2 * i / d_model) for i in range(d_model)]
        pairs = [f(hand) for hand in hands for f in (math.sin, math.cos)]
        rows.append(pairs[:d_model])
    return np.array(rows)


def rnn(x, h, W_x, W_h, b):
    network = torch.nn.RNN(x.shape[2], h.shape[1], batch_first=True, dtype=float)
    arrays = W_x, W_h, b, np.zeros_like(b)
    with torch.no_grad():
        for parameter, array in zip(network.parameters(), arrays, strict=True):
            parameter.copy_(torch.tensor(array))
    return network(torch.tensor(x), torch.tensor(h)[None])[0]


def layer_norm(x, gamma, beta, eps):
    given = torch.tensor(gamma), torch.tensor(beta)
    return F.layer_norm(torch.tensor(x), gamma.shape, *given, eps)


def causal_mask(length, keys):
    queries = range(keys - length, keys)
    return np.array([[key > query for key in range(keys)] for query in queries])


def cached_attention(q, k, v, keys, values):
    """The last row of the attention of all positions, each to those before it."""
    keys = np.concatenate([keys, k[:, None]], axis=1)
    values = np.concatenate([values, v[:, None]], axis=1)
    queries = np.concatenate([keys[:, :-1], q[:, None]], axis=1)
    given = [torch.tensor(a) for a in (queries, keys, values)]
    y = F.scaled_dot_product_attention(*given, is_causal=True)
    return y[:, -1], keys, values


class Table:
    """A decoder that knows the newest token alone."""

    def __init__(self, log_p):
        self.log_p = torch.tensor(log_p)

    def __call__(self, newest):
        return self.log_p[newest]

    def select(self, rows):
        pass


def beam_search(log_p, begin, end, num_beams, max_length, alpha):
    decoder = Table(log_p)
    said, scores = search(decoder, begin, end, max_length, num_beams, alpha)
    best = said[0, 0].tolist()
    if end in best:
        best = best[: best.index(end) + 1]
    return np.array(best), scores[0, 0]


def top_p(logits, temperature, p):
    return keep_top_p(torch.tensor(logits) / temperature, p).softmax(-1)


ORACLES = {
    "beam_search": beam_search,
    "cached_attention": cached_attention,
    "causal_mask": causal_mask,
    "embedding_backward": embedding_backward,
    "layer_norm": layer_norm,
    "masked_mean": masked_mean,
    "rnn": rnn,
    "scaled_dot_product_attention": attention,
    "sinusoidal_positions": sinusoidal_positions,
    "split_heads": split_heads,
    "top_p": top_p,
}


@pytest.mark.parametrize("name", of_part("sequences"))
def test_right(name):
    agrees(name, ORACLES[name], 1e-12)
