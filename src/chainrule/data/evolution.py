"""Combat power before and after evolution."""

# --8<-- [start:cp-pairs]
import numpy as np

BEFORE = [338, 333, 328, 207, 226, 25, 179, 60, 208, 606]
AFTER = [640, 633, 619, 393, 428, 27, 193, 66, 226, 1591]


def cp_pairs():
    """The ten pairs that the lecture prints: X (10, 1) and t (10,)."""
    return np.array(BEFORE, float)[:, None], np.array(AFTER, float)


# --8<-- [end:cp-pairs]


# --8<-- [start:evolutions]
FACTORS = np.array([1.89, 1.08, 2.63])  # one for each species


def evolutions(size, seed=0, noise=15.0):
    """Synthetic Pokémon: X (size, 4), species (size,) and t (size,).

    The columns of X are CP, HP, weight and height. Evolution multiplies
    the CP by the factor of the species and adds noise times a standard
    normal number. HP, weight and height have no effect of their own.
    Raises ValueError for size < 1 or noise < 0.
    """
    if size < 1 or not noise >= 0:
        raise ValueError(f"invalid size {size} or noise {noise}")
    rng = np.random.default_rng(seed)
    species = rng.integers(len(FACTORS), size=size)
    cp = rng.uniform(10, 650, size)
    hp = 10 + np.sqrt(cp) * rng.uniform(2, 3, size)
    weight = np.array([5.0, 3.0, 7.0])[species] * rng.uniform(0.5, 1.5, size)
    height = np.array([0.3, 0.3, 0.4])[species] * rng.uniform(0.8, 1.2, size)
    t = FACTORS[species] * cp + noise * rng.standard_normal(size)
    return np.column_stack([cp, hp, weight, height]), species, t


# --8<-- [end:evolutions]
