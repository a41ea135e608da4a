import numpy as np
import pytest
import torch

from chainrule.scratch.nn import Embedding

UNIT = "word-embedding"
WORDS = np.array([[3, 0, 3, 4], [2, 3, 0, 0]])  # 3 comes three times, 1 never


@pytest.mark.parametrize(
    "words", [WORDS, WORDS.astype(np.uint8), WORDS[0], WORDS[0, 0]]
)
@pytest.mark.parametrize("padding_idx", [None, 0, 3, -1])
def test_both_ways(agree, words, padding_idx):
    ours = Embedding(5, 3, padding_idx, rng=0)
    oracle = torch.nn.Embedding(5, 3, padding_idx, dtype=torch.float64)
    with torch.no_grad():
        oracle.weight.copy_(torch.tensor(ours.weight))
    y, theirs = ours.forward(words), oracle(torch.tensor(words.astype(int)))
    agree(UNIT, y, theirs, 0, against="torch.nn.Embedding")
    dy = np.random.default_rng(1).normal(size=y.shape)
    assert ours.backward(dy) is None
    theirs.backward(torch.tensor(dy))
    grads = ours.grad_weight, oracle.weight.grad
    agree(UNIT, *grads, 1e-15, against="torch.nn.Embedding")


def test_gradients_replace_those_of_the_last_pass():
    layer = Embedding(5, 3, rng=0)
    for _ in range(2):
        layer.backward(np.ones_like(layer.forward(WORDS)))
    assert layer.grad_weight[:, 0].tolist() == [3, 0, 1, 3, 1]
    assert layer.grads[0] is layer.grad_weight
    assert layer.params[0] is layer.weight


def test_start():
    layer = Embedding(400, 50, padding_idx=7, rng=0, dtype=np.float32)
    assert layer.weight.dtype == layer.grad_weight.dtype == np.float32
    assert not layer.weight[7].any()
    assert layer.weight.mean() == pytest.approx(0, abs=0.02)
    assert layer.weight.std() == pytest.approx(1, abs=0.02)


def test_backward_wants_a_forward():
    with pytest.raises(RuntimeError, match="Embedding: backward before forward"):
        Embedding(5, 3).backward(np.ones((2, 3)))


@pytest.mark.parametrize("words", [np.ones(2), np.ones(2, bool), np.array(["a"])])
def test_refuses_other_kinds(words):
    with pytest.raises(TypeError, match="x must be whole numbers, got"):
        Embedding(5, 3).forward(words)


@pytest.mark.parametrize("word", [5, -1])
def test_refuses_what_is_no_row(word):
    with pytest.raises(IndexError, match=rf"{word} is not in 0 \.\.\. 4"):
        Embedding(5, 3).forward(np.array([[1, word]]))


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((0, 3), "no table 0 x 3"),
        ((3, 0), "no table 3 x 0"),
        ((5, 3, 5), "padding_idx 5 is no row"),
        ((5, 3, -6), "padding_idx -6 is no row"),
    ],
)
def test_refuses(args, message):
    with pytest.raises(ValueError, match=message):
        Embedding(*args)
