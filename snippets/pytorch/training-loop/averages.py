# kind: exact
"""Ten losses in batches of 4, 4, 2: three ways to take their mean."""

# --8<-- [start:averages]
losses = [1, 1, 1, 1, 1, 1, 1, 1, 4, 4]  # of ten samples
batches = [losses[:4], losses[4:8], losses[8:]]
means = [sum(batch) / len(batch) for batch in batches]
sizes = [len(batch) for batch in batches]


def weighted(sizes, means):
    """(18.6)"""
    pairs = zip(sizes, means, strict=True)
    return sum(n * mean for n, mean in pairs) / sum(sizes)


print("all ten", sum(losses) / len(losses))
print("weighted", weighted(sizes, means))
print("mean of means", sum(means) / len(means))
total = 0
for n, mean in zip(sizes, means, strict=True):
    total += n * mean
    print("within the loop", total / len(losses))  # as in the notes
# --8<-- [end:averages]
