"""What the base of the estimators promises; that each keeps it, the contracts ask."""

import inspect

import numpy as np
import pytest
import sklearn.exceptions

from chainrule.scratch.models.estimator import (
    ConvergenceWarning,
    Estimator,
    NotFittedError,
    warn_unless,
)


class Model(Estimator):
    def __init__(self, rate=0.1, steps=5):
        self.rate, self.steps = rate, steps
        self.no_argument = 0

    def fit(self, converged):
        self.converged_ = warn_unless(converged, self, "a slope is 3")
        return self


class Inherits(Model):
    pass


@pytest.mark.parametrize("cls", [Model, Inherits])
def test_arguments_by_name(cls):
    model = cls(steps=7)
    assert model.get_params() == {"rate": 0.1, "steps": 7}
    model.rate = 3  # as they are now, not as they were given
    assert model.get_params(deep=False) == {"rate": 3, "steps": 7}
    assert model.set_params(rate=4, steps=8) is model
    assert (model.rate, model.steps) == (4, 8)
    assert model.set_params() is model


@pytest.mark.parametrize("name", ["no_argument", "converged_"])
def test_what_is_no_argument_is_refused(name):
    model = Model()
    said = rf"^no argument '{name}', only \['rate', 'steps'\]$"
    with pytest.raises(ValueError, match=said):
        model.set_params(**{name: 1})
    assert model.get_params() == {"rate": 0.1, "steps": 5}


@pytest.mark.parametrize("cls", [NotFittedError, ConvergenceWarning])
def test_kinds_are_those_of_scikit_learn(cls):
    assert cls.__bases__ == getattr(sklearn.exceptions, cls.__name__).__bases__


@pytest.mark.parametrize("kind", [bool, np.bool_])
def test_a_warning_where_fit_was_called(kind):
    """pytest.warns records; that no warning comes, pytest's own filter sees."""
    assert Model().fit(kind(True)).converged_ is True
    model = Model()
    line = inspect.currentframe().f_lineno + 2
    with pytest.warns(ConvergenceWarning) as found:
        model.fit(kind(False))
    assert model.converged_ is False
    (warning,) = found
    assert (warning.filename, warning.lineno) == (__file__, line)
    said = str(warning.message)
    assert said.startswith("Model did not converge: a slope is 3. Take more steps")
