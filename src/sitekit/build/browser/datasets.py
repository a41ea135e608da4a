"""Stands in for `sklearn.datasets` in a browser: the same files, read by NumPy alone.

The build puts it there as ``sklearn/datasets/__init__.py``, with scikit-learn's own
files beside it (BSD-3-Clause, in ``data/``).
"""

from pathlib import Path
from typing import Any

import numpy as np

DATA = Path(__file__).parent / "data"
FILES = {
    *("breast_cancer.csv", "diabetes_data_raw.csv.gz", "diabetes_target.csv.gz"),
    *("digits.csv.gz", "iris.csv", "wine_data.csv"),
}
CANCER = "radius texture perimeter area smoothness compactness concavity"
CANCER += " concave_points symmetry fractal_dimension"


class Bunch(dict[str, Any]):
    """A dict whose keys are attributes, too."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


def _given(return_X_y: bool, **all_of_it: Any) -> Any:
    bunch = Bunch(all_of_it)
    return (bunch.data, bunch.target) if return_X_y else bunch


def _table(file: str, return_X_y: bool, features: list[str]) -> Any:
    """A table of which the first row has counts and the classes' names."""
    with (DATA / file).open(encoding="utf-8") as lines:
        names = next(lines).rstrip().split(",")[2:]
        table = np.loadtxt(lines, delimiter=",")
    return _given(
        return_X_y,
        data=table[:, :-1].copy(),
        target=table[:, -1].astype(int),
        target_names=np.array(names),
        feature_names=features,
    )


def load_iris(*, return_X_y: bool = False) -> Any:
    parts = [f"{of} {size} (cm)" for of in ("sepal", "petal") for size in SIZES]
    return _table("iris.csv", return_X_y, parts)


SIZES = "length", "width"
WINE = "alcohol malic_acid ash alcalinity_of_ash magnesium total_phenols flavanoids"
WINE += " nonflavanoid_phenols proanthocyanins color_intensity hue"
WINE += " od280/od315_of_diluted_wines proline"


def load_wine(*, return_X_y: bool = False) -> Any:
    return _table("wine_data.csv", return_X_y, WINE.split())


def load_breast_cancer(*, return_X_y: bool = False) -> Any:
    of = [name.replace("_", " ") for name in CANCER.split()]
    parts = [f"mean {name}" for name in of] + [f"{name} error" for name in of]
    bunch = _table("breast_cancer.csv", False, parts + [f"worst {name}" for name in of])
    bunch["feature_names"] = np.array(bunch.feature_names)
    return (bunch.data, bunch.target) if return_X_y else bunch


def load_digits(*, n_class: int = 10, return_X_y: bool = False) -> Any:
    table = np.loadtxt(DATA / "digits.csv.gz", delimiter=",")
    table = table[table[:, -1] < n_class]
    data = table[:, :-1]
    return _given(
        return_X_y,
        data=data,
        target=table[:, -1].astype(int),
        feature_names=[f"pixel_{i}_{j}" for i in range(8) for j in range(8)],
        target_names=np.arange(10),
        images=data.reshape(-1, 8, 8),
    )


def load_diabetes(*, return_X_y: bool = False, scaled: bool = True) -> Any:
    data = np.loadtxt(DATA / "diabetes_data_raw.csv.gz")
    if scaled:  # to mean 0 and norm 1, in scikit-learn's order of steps
        scale = data.std(axis=0)
        data -= data.mean(axis=0)
        data /= scale
        data /= data.shape[0] ** 0.5
    return _given(
        return_X_y,
        data=data,
        target=np.loadtxt(DATA / "diabetes_target.csv.gz"),
        feature_names=["age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"],
    )
