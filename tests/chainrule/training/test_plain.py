from collections import Counter, OrderedDict

import numpy as np
import pytest
import torch

from chainrule.training import load, save
from chainrule.training.plain import plain

UNIT = "save-and-load-model"
STATE = OrderedDict(
    a=[1, 2.5, None, True, "x", b"y", 2**200],
    b=(torch.ones(2), torch.Size([3]), torch.float16, torch.device("cpu")),
    c={
        0: {"deep": [{}]},
        (1, 2): Counter("aab"),
        2.5: torch.nn.Parameter(torch.ones(1)),
    },
)


def test_what_may_be_held_comes_back(tmp_path):
    assert plain(STATE) == STATE
    save(STATE, tmp_path / "a.pt")
    found = load(tmp_path / "a.pt")
    assert found["a"] == STATE["a"]
    assert found["c"][(1, 2)] == STATE["c"][(1, 2)]
    assert found["b"][1:] == STATE["b"][1:]


def test_numbers_of_numpy_become_pythons(tmp_path, agree):
    """torch.load(weights_only=True) refuses a file with one of them."""
    numbers = np.float64(0.1), np.float32(0.1), np.int64(-3), np.bool_(True)
    state = {"lr": numbers, np.str_("name"): [numbers[0]], np.int64(4): 0}
    found = plain(state)
    assert [type(x) for x in found["lr"]] == [float, float, int, bool]
    assert [type(name) for name in found] == [str, str, int]
    agree(UNIT, found["lr"][:3], numbers[:3], 0, against="NumPy")
    save(state, tmp_path / "a.pt")
    assert load(tmp_path / "a.pt") == found
    assert type(state["lr"][0]) is np.float64  # what was given is left alone


def test_the_versions_of_modules_stay():
    state = torch.nn.BatchNorm1d(2).state_dict()
    assert plain(state)._metadata == state._metadata
    assert plain(state)._metadata[""] == {"version": 2}


class Number(float):
    pass


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({"a": [0, np.zeros(2)]}, r"state\['a'\]\[1\] is a ndarray"),
        ({"f": {"g": print}}, r"state\['f'\]\['g'\] is a builtin_function"),
        (torch.nn.ReLU(), "state is a ReLU, which no checkpoint may hold"),
        ({"n": Number(1)}, r"state\['n'\] is a Number"),
        ({Number(1): 0}, "a key of state is a Number"),
    ],
)
def test_the_place_of_anything_else_is_named(state, said, tmp_path):
    with pytest.raises(TypeError, match=said):
        plain(state)
    (tmp_path / "a.pt").write_text("old")
    with pytest.raises(TypeError, match=said):
        save(state, tmp_path / "a.pt")
    assert (tmp_path / "a.pt").read_text() == "old"
