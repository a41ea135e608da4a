"""Where a hyperparameter may lie."""

# --8<-- [start:spaces]
import math
from dataclasses import dataclass

import numpy as np

from chainrule.training.search.checks import require_points


@dataclass(frozen=True)
class Uniform:
    """Between low and high, each place as likely; scipy.stats.uniform's."""

    low: float
    high: float

    def __post_init__(self):
        if not -math.inf < self.low < self.high < math.inf:
            raise ValueError(f"{self} is no interval: low < high, both finite")

    def sample(self, rng):
        """A number, for a NumPy RandomState."""
        return float(self.low + (self.high - self.low) * rng.uniform())

    def grid(self, n):
        """n numbers from low to high, the same difference apart."""
        return np.linspace(self.low, self.high, require_points(n)).tolist()


@dataclass(frozen=True)
class LogUniform:
    """Between low and high, each power of ten as likely as the next.

    What rates, decays and widths want; scipy.stats.loguniform's.
    """

    low: float
    high: float

    def __post_init__(self):
        if not 0 < self.low < self.high < math.inf:
            raise ValueError(f"{self} is no interval: 0 < low < high < inf")

    def sample(self, rng):
        """A number, for a NumPy RandomState."""
        low, high = np.log(self.low), np.log(self.high)
        return float(np.exp(low + (high - low) * rng.uniform()))

    def grid(self, n):
        """n numbers from low to high, by the same factor apart."""
        return np.geomspace(self.low, self.high, require_points(n)).tolist()


# --8<-- [end:spaces]


# --8<-- [start:choice]
class Choice:
    """One of several values, each as likely; a list says the same.

    Raises TypeError for what is no list, tuple, range or array (N,),
    ValueError where there is none and where one is there twice.
    """

    def __init__(self, values):
        if not isinstance(values, list | tuple | range | np.ndarray):
            raise TypeError(f"values must be in a list, got {values!r}")
        if isinstance(values, np.ndarray):
            values = values.tolist()  # of Python's numbers
        self.values = list(values)
        if not self.values:
            raise ValueError(f"a choice of nothing: {values!r}")
        for k, value in enumerate(self.values):
            if value in self.values[:k]:
                raise ValueError(f"{value!r} is there twice in {values!r}")

    def __repr__(self):
        return f"Choice({self.values!r})"

    def __len__(self):
        return len(self.values)

    def sample(self, rng):
        """A value, for a NumPy RandomState."""
        return self.values[rng.randint(len(self.values))]


# --8<-- [end:choice]
