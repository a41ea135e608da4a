# kind: study
"""How near to the best value nine points of a grid come, and nine at random.

The best place of each problem is drawn by chance in the unit square (or cube);
only the first hyperparameters matter. Prints CSV: dimensions, how many of them
matter, trials; the mean distance of the nearest point of a grid and of random
points, over 2,000 problems.
"""

# --8<-- [start:study]
from itertools import product

import numpy as np

PROBLEMS = 2000


def nearest(points, best):
    """Distance of the nearest of points (n, d) from best (d,)."""
    return np.sqrt(((points - best) ** 2).sum(axis=1)).min()


def main():
    print("dimensions,matter,trials,grid,random")
    rng = np.random.default_rng(0)
    for dimensions, matter, side in (
        (1, 1, 9),
        (2, 1, 3),
        (3, 1, 3),
        (2, 2, 3),
    ):
        middles = (np.arange(side) + 0.5) / side  # of as many equal parts
        grid = np.array([*product(middles, repeat=dimensions)])
        distances = []
        for _ in range(PROBLEMS):
            best = rng.uniform(size=matter)
            drawn = rng.uniform(size=grid.shape)
            each = grid[:, :matter], drawn[:, :matter]
            distances.append([nearest(points, best) for points in each])
        cells = (f"{mean:.4f}" for mean in np.mean(distances, axis=0))
        print(dimensions, matter, len(grid), *cells, sep=",")


# --8<-- [end:study]
if __name__ == "__main__":
    main()
