from collections import namedtuple

import torch

from chainrule.training import device_of, get_device, move

Pair = namedtuple("Pair", "a b")
UNIT = "training-setup"


def test_the_device_is_one_that_computes(agree):
    x = torch.ones(3, device=get_device())
    agree(UNIT, (x + x).cpu(), torch.full((3,), 2.0), 0, against="torch on the CPU")


def test_prefers_what_is_fast(monkeypatch):
    for cuda, mps, name in ((1, 1, "cuda"), (0, 1, "mps"), (0, 0, "cpu")):
        monkeypatch.setattr(torch.cuda, "is_available", lambda cuda=cuda: bool(cuda))
        mps = bool(mps)
        monkeypatch.setattr(torch.backends.mps, "is_available", lambda mps=mps: mps)
        assert get_device() == torch.device(name)


def test_a_model_is_where_its_weights_are():
    layer = torch.nn.Linear(2, 1)
    assert device_of(layer) == torch.device("cpu")
    assert device_of(layer.to("meta")) == torch.device("meta")
    assert device_of(torch.nn.ReLU()) == torch.device("cpu")


def test_moves_every_tensor_and_nothing_else(agree):
    x, meta, cpu = torch.arange(3.0), torch.device("meta"), torch.device("cpu")
    batch = {"x": [x, (x, "name")], "pair": Pair(x, 3), "none": None}
    moved = move(batch, meta)
    tensors = moved["x"][0], moved["x"][1][0], moved["pair"].a
    assert all(y.device == meta for y in tensors)
    assert type(moved["pair"]) is Pair
    assert (moved["x"][1][1], moved["pair"].b, moved["none"]) == ("name", 3, None)
    assert batch["x"][0].device == cpu  # the batch is left as it was
    assert move(x, cpu) is x
    agree(UNIT, move((x, x), cpu)[1], x.to("cpu"), 0, against="torch.Tensor.to")
