# kind: study
"""Twenty-four residual branches, as they are and scaled by 1/sqrt(N).

Prints CSV: rule, branch; the root mean square of the stream after it over that
of the input, median, lowest and highest over the networks, and by (16.15).
"""

# --8<-- [start:study]
import numpy as np

SEEDS, WIDTH, BRANCHES, SAMPLES = 10, 100, 24, 20
RULES = {"none": 1, "1/sqrt(N)": 1 / np.sqrt(BRANCHES)}


def stream(scale, rng):
    """rms of y after each y <- y + scale W relu(y), over that of x."""
    y = rng.normal(size=(SAMPLES, WIDTH))
    first, sizes = np.mean(y**2), []
    for _ in range(BRANCHES):
        W = rng.normal(0, np.sqrt(2 / WIDTH), (WIDTH, WIDTH))  # He
        y = y + scale * np.maximum(0, y) @ W.T
        sizes.append(np.sqrt(np.mean(y**2) / first))
    return sizes


print("rule,branch,size,low,high,derived")
for rule, scale in RULES.items():
    rng = np.random.default_rng(0)
    runs = np.array([stream(scale, rng) for _ in range(SEEDS)])
    for k, a in enumerate(runs.T, 1):
        derived = (1 + scale**2) ** (k / 2)
        shown = np.median(a), a.min(), a.max(), derived
        print(rule, k, *(f"{x:.3g}" for x in shown), sep=",")
# --8<-- [end:study]
