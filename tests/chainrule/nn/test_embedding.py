import numpy as np
import pytest
import torch

from chainrule.nn import Embedding
from chainrule.scratch import nn as scratch

UNIT = "word-embedding"
WORDS = torch.tensor([[3, 0, 3, 4], [2, 3, 0, 0]])  # 3 comes three times, 1 never


def both(padding_idx=None, dtype=torch.float64):
    """Ours, and torch's with its weights."""
    torch.manual_seed(1)
    oracle = torch.nn.Embedding(5, 3, padding_idx, dtype=dtype)
    ours = Embedding(5, 3, padding_idx, dtype=dtype)
    ours.load_state_dict(oracle.state_dict())  # same names, same shapes
    return ours, oracle


@pytest.mark.parametrize("words", [WORDS, WORDS.int(), WORDS[0], WORDS[0, 0]])
@pytest.mark.parametrize("padding_idx", [None, 0, 3, -1])
def test_forward_and_gradient(agree, words, padding_idx):
    """To the last digit, also where the padding's row is not 0."""
    ours, oracle = both(padding_idx)
    with torch.no_grad():
        for layer in (ours, oracle):
            layer.weight += 0.25
    y, theirs = ours(words), oracle(words)
    agree(UNIT, y, theirs, 0, against="torch.nn.Embedding")
    upstream = torch.randn_like(y)
    y.backward(upstream)
    theirs.backward(upstream)
    grads = ours.weight.grad, oracle.weight.grad
    agree(UNIT, *grads, 1e-15, against="torch.nn.Embedding")


@pytest.mark.parametrize("padding_idx", [None, 0])
def test_is_one_hot_times_matrix(agree, padding_idx):
    ours, _ = both(padding_idx)
    E = ours.weight.detach().clone().requires_grad_()
    one_hot = torch.nn.functional.one_hot(WORDS, 5).double()
    y, product = ours(WORDS), one_hot @ E
    agree(UNIT, y, product, 0, against="one-hot times matrix")
    upstream = torch.randn_like(y)
    y.backward(upstream)
    product.backward(upstream)
    oracle = E.grad.clone()
    if padding_idx is not None:
        oracle[padding_idx] = 0
    agree(UNIT, ours.weight.grad, oracle, 1e-15, against="one-hot times matrix")
    assert not ours.weight.grad[1].any()  # it was not there


def test_as_the_one_in_numpy(agree):
    twin = scratch.Embedding(5, 3, padding_idx=0, rng=0)
    ours = Embedding(5, 3, padding_idx=0, dtype=torch.float64)
    with torch.no_grad():
        ours.weight.copy_(torch.tensor(twin.weight))
    y = twin.forward(WORDS.numpy())
    agree(UNIT, ours(WORDS), y, 0, against="scratch.nn.Embedding")
    dy = np.random.default_rng(0).normal(size=y.shape)
    twin.backward(dy)
    ours(WORDS).backward(torch.tensor(dy))
    oracle = twin.grad_weight
    agree(UNIT, ours.weight.grad, oracle, 1e-15, against="scratch.nn.Embedding")


@pytest.mark.parametrize("padding_idx", [None, 2, -5])
def test_initialization(agree, padding_idx):
    """Same generator state, same numbers as torch."""
    layers = []
    for cls in (torch.nn.Embedding, Embedding):
        torch.manual_seed(2)
        layers.append(cls(5, 4, padding_idx))
    theirs, ours = layers
    agree(UNIT, ours.weight, theirs.weight, 0, against="torch.nn.Embedding")
    assert ours.padding_idx == theirs.padding_idx
    assert repr(ours) == repr(theirs)
    torch.manual_seed(2)
    ours.reset_parameters()
    assert torch.equal(ours.weight, theirs.weight)


def test_no_words():
    assert Embedding(5, 3)(torch.zeros(2, 0, dtype=torch.long)).shape == (2, 0, 3)


def test_device_and_dtype_are_passed_on():
    weight = Embedding(5, 3, device="meta", dtype=torch.float16).weight
    assert weight.device.type == "meta"
    assert weight.dtype is torch.float16


@pytest.mark.parametrize("dtype", [torch.float32, torch.bool, torch.uint8])
def test_refuses_other_kinds(dtype):
    """A mask would pick rows, and a uint8 be one."""
    with pytest.raises(TypeError, match=f"x must be int32 or int64, got {dtype}"):
        Embedding(5, 3)(torch.ones(2, dtype=dtype))


@pytest.mark.parametrize("word", [5, -1])
def test_refuses_what_is_no_row(word):
    with pytest.raises(IndexError, match=rf"{word} is not in 0 \.\.\. 4"):
        Embedding(5, 3)(torch.tensor([[1, word]]))
    with pytest.raises(IndexError):
        torch.nn.Embedding(5, 3)(torch.tensor([[1, word]]))


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
