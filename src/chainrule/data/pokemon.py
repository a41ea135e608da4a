"""Made-up Pokémon; the lecture's table is the property of its makers."""

# --8<-- [start:types]
import numpy as np

STATS = ("hp", "attack", "defense", "sp_attack", "sp_defense", "speed")
TYPES = {  # rows: mean, standard deviation, share in the common strength
    "water": (
        (70, 73, 74, 76, 72, 65),
        (21, 23, 24, 24, 23, 22),
        (0.60, 0.65, 0.60, 0.65, 0.70, 0.35),
    ),
    "normal": (
        (78, 74, 60, 55, 63, 71),
        (24, 24, 20, 20, 20, 24),
        (0.50, 0.70, 0.70, 0.65, 0.70, 0.45),
    ),
    "grass": (
        (68, 72, 71, 79, 73, 61),
        (19, 22, 21, 23, 21, 23),
        (0.65, 0.60, 0.60, 0.60, 0.70, 0.30),
    ),
    "fire": (
        (69, 84, 67, 89, 71, 76),
        (19, 23, 20, 24, 19, 21),
        (0.65, 0.60, 0.60, 0.65, 0.75, 0.40),
    ),
}
# --8<-- [end:types]


# --8<-- [start:gaussian]
def pokemon_gaussian(name):
    """Mean (6,) and covariance (6, 6) of a type's six statistics.

    Each is mean + deviation (share s + sqrt(1 - share²) e) with one
    normal number s for the whole Pokémon, its strength, and one e for
    each statistic. Raises ValueError for a type that is not in TYPES.
    """
    if name not in TYPES:
        raise ValueError(f"no type {name!r}, only {', '.join(TYPES)}")
    mean, deviation, share = np.array(TYPES[name], float)
    correlation = np.outer(share, share)
    np.fill_diagonal(correlation, 1)
    return mean, correlation * np.outer(deviation, deviation)


# --8<-- [end:gaussian]


# --8<-- [start:stats]
def pokemon_stats(types=("water", "normal"), samples=(79, 61), seed=0):
    """Synthetic statistics X (N, 7) and types y (N,), type after type.

    Columns: total, then STATS; total is the sum of the others, so the
    seven are linearly dependent. Drawn from pokemon_gaussian, rounded
    to whole numbers, at least 1. The lecture's 79 and 61 are only the
    counts. seed is a number or a NumPy Generator. Raises ValueError for
    a type that is not in TYPES, and unless samples has one positive
    number for each type.
    """
    if len(types) != len(samples) or not types or min(samples) < 1:
        raise ValueError(f"types {types} do not fit samples {samples}")
    rng = np.random.default_rng(seed)
    groups = []
    for name, count in zip(types, samples, strict=True):
        mean, covariance = pokemon_gaussian(name)
        normal = rng.standard_normal((count, len(STATS)))
        draw = mean + normal @ np.linalg.cholesky(covariance).T
        groups.append(np.maximum(np.round(draw), 1))
    stats = np.concatenate(groups)
    X = np.column_stack([stats.sum(axis=1), stats])
    return X, np.repeat(np.array(types), samples)


# --8<-- [end:stats]
