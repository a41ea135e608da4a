"""The base of the estimators; tests/contracts asks every estimator."""

import warnings

import pytest
from sklearn.base import clone
from sklearn.exceptions import ConvergenceWarning as Theirs

from chainrule.scratch.models.estimator import (
    ConvergenceWarning,
    Estimator,
    warn_unless,
)


class Model(Estimator):
    def __init__(self, a, b=2, *, c=3):
        self.a, self.b, self.c = a, b, c


class Bare(Estimator):
    pass


def test_arguments_by_name():
    model = Model(1)
    assert model.get_params() == {"a": 1, "b": 2, "c": 3}
    assert model.set_params(b=5, c=6) is model
    assert clone(model).get_params(deep=False) == {"a": 1, "b": 5, "c": 6}
    assert Bare().get_params() == {}
    assert type(clone(Bare())) is Bare


def test_an_unknown_argument_changes_nothing():
    model = Model(1)
    with pytest.raises(ValueError, match=r"no argument 'd', only \['a', 'b', 'c'\]"):
        model.set_params(a=9, d=1)
    assert model.a == 1


def test_a_warning_says_what_was_reached_and_what_to_do():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert warn_unless(True, Model(1), "loss 3") is True
    said = r"Model did not converge: loss 3\. Take more steps, or standardize"
    with pytest.warns(ConvergenceWarning, match=said):
        assert warn_unless(False, Model(1), "loss 3") is False
    assert ConvergenceWarning.__bases__ == Theirs.__bases__
    assert ConvergenceWarning.__name__ == Theirs.__name__
