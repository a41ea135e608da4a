# kind: numeric
"""Word vectors from who stands beside whom, in a text of thirty sentences."""

# --8<-- [start:text]
import numpy as np

TEXT = """
the cat runs in the garden . the dog runs in the garden . the rabbit runs in
the field . the cat jumps over the wall . the dog jumps over the fence . the
rabbit jumps over the fence . a cat sleeps . a dog sleeps . a rabbit sleeps .
a cat eats . a dog eats . a rabbit eats . the dog sees the cat . the cat sees
the rabbit . the rabbit sees the dog . the tree grows in the garden . the
flower grows in the garden . the tree grows in the field . the flower grows
in the field . a green tree stands still . a green flower stands still . red
flower and red tree . the small dog walks in the garden . the small cat walks
in the field . the small rabbit walks in the garden . the dog walks over the
field . the cat runs over the field . the rabbit jumps in the field . the rabbit
sees the wall . the cat sees the dog .
"""
# --8<-- [end:text]


# --8<-- [start:vectors]
def counted(sentences, window=2):
    """The words, and how often two stand at most window places apart."""
    words = sorted({word for sentence in sentences for word in sentence})
    counts = np.zeros((len(words), len(words)))
    for sentence in sentences:
        at = [words.index(word) for word in sentence]
        for t, i in enumerate(at):
            for j in at[max(t - window, 0) : t]:
                counts[i, j] += 1
                counts[j, i] += 1
    return words, counts


def ppmi(counts):
    """Logarithm of: how much oftener than by chance; at least 0."""
    share = counts / counts.sum()
    chance = np.outer(share.sum(axis=1), share.sum(axis=0))
    with np.errstate(divide="ignore"):
        return np.maximum(np.log(share / chance), 0)  # (36.5)


def largest(matrix, size):
    """A row of this size for each word: by the largest singular values."""
    U, s, _ = np.linalg.svd(matrix, full_matrices=False)
    U = U * np.sign(U[np.abs(U).argmax(axis=0), range(len(s))])  # one of two
    return U[:, :size] * s[:size]


# --8<-- [end:vectors]
# --8<-- [start:neighbours]
words, counts = counted([s.split() for s in TEXT.split(".") if s.strip()])
E = largest(ppmi(counts), size=6)
unit = E / np.linalg.norm(E, axis=1, keepdims=True)
cosines = unit @ unit.T
animals, acts = ["cat", "dog", "rabbit"], ["runs", "jumps", "walks"]
shown = [*animals, *acts, "tree", "flower", "garden", "field"]
rows = [words.index(word) for word in shown]
flat = largest(unit[rows] - unit[rows].mean(axis=0), size=2)  # for the figure
print(len(words), "words")
for i, (x, y) in zip(rows, flat, strict=True):
    nearest = np.argsort(-cosines[i])[1:3]
    said = "  ".join(f"{words[j]:7} {cosines[i, j]:.2f}" for j in nearest)
    print(f"{words[i]:7} near {said}  at {x:5.2f} {y:5.2f}")
# --8<-- [end:neighbours]
