# kind: study
"""How many of 400 runs leave a poor minimum, by batch size and rate.

Prints CSV: the share of runs that leave the poor minimum, and of those that
leave the good one, after the same number of updates.
"""

# --8<-- [start:escape]
import numpy as np

N, RUNS, UPDATES = 20, 400, 1000
SLOPES = np.linspace(-1.5, 1.5, N)  # what makes the samples differ; mean 0


def ends(start, size, lr):
    """Where RUNS runs end; loss of sample n: θ⁴/4 - θ²/2 + θ/4 + c_n θ."""
    rng, theta, order = np.random.default_rng(0), np.full(RUNS, start), []
    rows = np.tile(SLOPES, (RUNS, 1))
    for _ in range(UPDATES):
        if not order:  # a new epoch: every run shuffles on its own
            order = np.split(rng.permuted(rows, axis=1), N // size, axis=1)
        noise = order.pop().mean(axis=1)
        theta = theta - lr * (theta**3 - theta + 0.25 + noise)
    return theta


# --8<-- [end:escape]


def main():
    print("lr,batch,leave_poor,leave_good")
    for lr in (0.1, 0.2, 0.3):
        for size in (1, 2, 4, 5, 20):
            poor = (ends(0.84, size, lr) < 0).mean()
            good = (ends(-1.11, size, lr) > 0).mean()
            print(f"{lr},{size},{poor:.3f},{good:.3f}")


main()
