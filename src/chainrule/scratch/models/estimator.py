"""What every estimator has, and what it may have to say."""

# --8<-- [start:estimator]
import inspect
import warnings


class NotFittedError(ValueError, AttributeError):
    """The model was asked before fit; both kinds, as in scikit-learn."""


class ConvergenceWarning(UserWarning):
    """fit ended before the minimum; the name is scikit-learn's."""


class Estimator:
    """Arguments of __init__ by name, for scikit-learn's clone and grids."""

    def get_params(self, deep=True):
        """All arguments as they are now; deep changes nothing here."""
        names = inspect.signature(type(self)).parameters
        return {name: getattr(self, name) for name in names}

    def set_params(self, **params):
        """Change some of them. Raises ValueError for unknown names."""
        known = [*self.get_params()]
        for name in params:
            if name not in known:
                raise ValueError(f"no argument {name!r}, only {known}")
        for name, value in params.items():
            setattr(self, name, value)
        return self


def fitted(model, attribute):
    """What fit left behind; NotFittedError before fit."""
    try:
        return vars(model)[attribute]
    except KeyError:
        name = type(model).__name__
        raise NotFittedError(f"{name} is not fitted: call fit") from None


def warn_unless(converged, model, reached):
    """Whether fit converged, for converged_; ConvergenceWarning if not."""
    if not converged:
        warnings.warn(
            f"{type(model).__name__} did not converge: {reached}. Take more "
            "steps, or standardize the features, (X - mean) / std",
            ConvergenceWarning,
            stacklevel=3,
        )
    return bool(converged)


# --8<-- [end:estimator]
