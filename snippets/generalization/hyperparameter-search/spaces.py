# kind: exact
"""A rate from 0.0001 to 1, drawn evenly and drawn evenly in its logarithm."""

# --8<-- [start:spaces]
import numpy as np

from chainrule.training import LogUniform, Uniform

for space in (Uniform(1e-4, 1.0), LogUniform(1e-4, 1.0)):
    rng = np.random.RandomState(0)
    drawn = np.array([space.sample(rng) for _ in range(10_000)])
    print(f"{type(space).__name__:10} below 0.01: {np.mean(drawn < 0.01):.2f}")
    print(" " * 10, *(f"{x:.4f}" for x in space.grid(5)))
# --8<-- [end:spaces]
