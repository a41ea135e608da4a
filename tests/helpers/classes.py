"""Sets of samples (N, d) and classes (N,) on which classifiers meet their oracles."""

from sklearn.datasets import load_iris, load_wine

from chainrule.data import pokemon_stats


def pokemon():
    """Six statistics; a seventh, their sum, would make every covariance singular."""
    X, y = pokemon_stats()
    return X[:, 1:], y


SETS = {
    "iris": load_iris(return_X_y=True),
    "wine": load_wine(return_X_y=True),
    "pokemon": pokemon(),
}
