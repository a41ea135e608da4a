# kind: exact
"""A set of three labels, certain, said in a random order: what it costs."""

# --8<-- [start:orders]
from itertools import permutations
from math import log, prod

labels = {"sports", "money", "law"}


def step(said):
    """The next label: any that is left, as probable as the others; then
    <end>."""
    left = labels - set(said)
    return {word: 1 / len(left) for word in left} or {"<end>": 1.0}


def probability(order):
    words = [*order, "<end>"]
    return prod(step(words[:t])[word] for t, word in enumerate(words))


one = probability(("law", "money", "sports"))
all_orders = sum(map(probability, permutations(labels)))
print(f"one order: p = {one:.3f}, loss {-log(one):.2f}")
print(f"the set:   p = {all_orders:.3f}, loss {abs(log(all_orders)):.2f}")
# --8<-- [end:orders]
