# kind: exact
"""A blue ball: which box did it come from?"""

import numpy as np

from chainrule.scratch.models.generative import bayes_posterior

# --8<-- [start:boxes]
priors = [2 / 3, 1 / 3]  # how often each box is taken
blue = [4 / 5, 2 / 5]  # share of blue balls in each
print("P(box | blue) =", bayes_posterior(priors, blue))

rng = np.random.default_rng(0)
box = (rng.random(1_000_000) > priors[0]).astype(int)
is_blue = rng.random(len(box)) < np.take(blue, box)
print(f"of {is_blue.sum()} blue balls {np.mean(box[is_blue] == 0):.3f}")
# --8<-- [end:boxes]
