"""Two spirals: a made task that needs a bent boundary."""

# --8<-- [start:spirals]
import numpy as np


def two_spirals(samples, turns=2, noise=0.05, rng=None):
    """X (samples, 2) and the arm t, 0 or 1, of points along two spirals.

    Arm 1 is arm 0 turned by half a turn. The points are uniform over the
    disc of radius turns, but for its middle, and then moved by normal
    noise. rng is a seed or a generator of NumPy. Raises ValueError
    unless samples and turns are positive and noise is not negative, and
    all of them finite.
    """
    if not (samples > 0 and 0 < turns < np.inf and 0 <= noise < np.inf):
        raise ValueError(f"no spirals of {samples}, {turns}, {noise}")
    rng = np.random.default_rng(rng)
    t = rng.integers(2, size=samples)
    radius = turns * np.sqrt(rng.uniform(0.02, 1, samples))
    angle = 2 * np.pi * radius + np.pi * t
    X = radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return X + rng.normal(scale=noise, size=X.shape), t


# --8<-- [end:spirals]
