# kind: exact
"""Which labels has this article? Three ways to answer, one distribution."""

# --8<-- [start:labels]
from itertools import permutations

SETS = {("sports",): 0.4, ("money",): 0.25, ("money", "law"): 0.35}


def share(label):
    """How probable it is that a label is in the set."""
    return sum(p for labels, p in SETS.items() if label in labels)


names = "sports", "money", "law"
print("each label:", ", ".join(f"{n} {share(n):.2f}" for n in names))
ranked = sorted(names, key=share, reverse=True)
ways = {
    "always the top 1": ranked[:1],
    "always the top 2": ranked[:2],
    "all above 0.5": [n for n in names if share(n) > 0.5],
    "the best set": max(SETS, key=SETS.get),
}
for way, labels in ways.items():
    right = max(SETS.get(order, 0) for order in permutations(labels))
    print(f"{way}: {', '.join(labels)}: right with {right:.2f}")
# --8<-- [end:labels]
