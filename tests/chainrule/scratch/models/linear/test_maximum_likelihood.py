"""The walk on a loss that is no model's; what models ask is tested with them."""

import numpy as np
import pytest

from chainrule.scratch.models.linear import MaximumLikelihood

PARTS = {
    "loss": lambda theta: float(theta @ theta) / 2,
    "grad": lambda theta: theta,
    "hessian": lambda theta: np.eye(len(theta)),
    "start": np.array([4.0, -2.0]),
    "rate": lambda: 0.5,
    "separates": lambda way: False,
}


def walk(parts=PARTS, **arguments):
    return MaximumLikelihood(**arguments).walk(**parts)


def test_newton_ends_at_the_minimum():
    path = walk()
    assert path.tolist() == [[4, -2], [0, 0]]


@pytest.mark.filterwarnings("ignore:.*did not converge")
def test_descent_takes_all_steps_with_its_rate_or_the_safe_one():
    safe = walk(solver="gradient-descent", steps=3)
    assert safe[-1].tolist() == [0.5, -0.25]
    own = walk(solver="gradient-descent", steps=1, lr=0.25)
    assert own[-1].tolist() == [3, -1.5]


@pytest.mark.parametrize("which", [0, 1])
def test_the_last_point_and_the_last_step_are_asked(which):
    asked = []

    def separates(way):
        asked.append(way.tolist())
        return len(asked) > which

    with pytest.raises(ValueError, match="no finite w is best"):
        walk(PARTS | {"separates": separates})
    assert asked == [[0, 0], [-4, 2]][: which + 1]
    walk(PARTS | {"separates": lambda way: True}, weight_decay=1e-9)


def test_a_walk_of_no_steps_has_no_last_step():
    asked = []
    parts = {"start": np.zeros(2), "separates": lambda way: asked.append(way.tolist())}
    assert len(walk(PARTS | parts)) == 1
    assert asked == [[0, 0], [0, 0]]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"weight_decay": -0.5}, "bad weight_decay -0.5"),
        ({"weight_decay": np.nan}, "bad weight_decay nan"),
        ({"solver": "sgd"}, "no solver 'sgd'"),
        ({"steps": 0}, "after 0 steps"),
        ({"solver": "gradient-descent", "lr": np.nan}, "invalid lr nan"),
        ({"solver": "gradient-descent", "lr": 1e9}, "diverges with lr 1000000000"),
    ],
)
def test_refuses(arguments, message):
    with (
        np.errstate(over="ignore", invalid="ignore"),
        pytest.raises(ValueError, match=message),
    ):
        walk(**arguments)
