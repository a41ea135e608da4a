# kind: study, tested with SEEDS=4
"""Parts of speech in sentences of a small grammar: windows of 1, 3 and 5 words.

Prints CSV: the neighbours k on each side; the accuracy that nobody who sees
this window can exceed; median, lowest and highest accuracy of the networks
on sentences that they have not seen. The row "all" is of who sees the whole
sentence and knows the grammar, on such sentences.
"""

# --8<-- [start:grammar]
import numpy as np
import torch
from torch.nn.functional import cross_entropy

from chainrule.models import WindowTagger

SEEDS, STEPS, SENTENCES = 10, 50, 300
START = {"pronoun": 0.5, "determiner": 0.5}
FOLLOWED_BY = {
    "pronoun": {"verb": 0.8, "adverb": 0.1, "end": 0.1},
    "determiner": {"noun": 0.7, "adjective": 0.3},
    "adjective": {"noun": 0.8, "adjective": 0.2},
    "noun": {"verb": 0.4, "adverb": 0.1, "end": 0.5},
    "verb": {"determiner": 0.5, "pronoun": 0.15, "adverb": 0.15, "end": 0.2},
    "adverb": {"verb": 0.4, "end": 0.6},
    "end": {"end": 1},
}
SAID_AS = {
    "end": {"(none)": 1},
    "pronoun": {"I": 0.6, "her": 0.4},
    "determiner": {"a": 0.4, "the": 0.3, "her": 0.3},
    "adjective": {"light": 0.4, "fast": 0.3, "still": 0.3},
    "noun": {"saw": 0.25, "duck": 0.25, "fly": 0.15, "light": 0.15, "man": 0.2},
    "verb": {"saw": 0.3, "duck": 0.2, "fly": 0.2, "light": 0.1, "sat": 0.2},
    "adverb": {"fast": 0.3, "still": 0.3, "often": 0.4},
}
TAGS = [*FOLLOWED_BY]
WORDS = [*dict.fromkeys(word for said in SAID_AS.values() for word in said)]
# --8<-- [end:grammar]


def table(rules, names):
    """(7, len(names)): a tag's row holds its probabilities."""
    return np.array([[rules[z].get(n, 0) for n in names] for z in TAGS])


A, B = table(FOLLOWED_BY, TAGS), table(SAID_AS, WORDS)
FIRST = np.array([START.get(z, 0) for z in TAGS])


def sentences(n, rng):
    """Words and tags (n, T): 0, none, and 6, the end, behind the last."""

    def drawn(p):  # a column for each row of probabilities
        return (rng.random((len(p), 1)) > p.cumsum(axis=1)[:, :-1]).sum(axis=1)

    z = drawn(np.tile(FIRST, (n, 1)))
    words, tags = [], []
    while (z < 6).any():
        words.append(drawn(B[z]))
        tags.append(z)
        z = drawn(A[z])
    return np.transpose(words), np.transpose(tags)


# --8<-- [start:limit]
def limit(k):
    """Mean probability of the likeliest tag, given k words on each side."""
    visits = np.linalg.solve(np.eye(6) - A[:6, :6].T, FIRST[:6])  # a sentence
    back = np.eye(7)  # the tag before, given a tag: Bayes' rule
    back[:6, :6] = (visits[:, None] * A[:6, :6] / visits).T
    back[:6, 6] = FIRST[:6] / visits

    def side(step):
        """P(k words of a side | tag), (7, 14^k)."""
        p = np.ones((7, 1))
        for _ in range(k):
            p = step @ (B[:, :, None] * p[:, None]).reshape(7, -1)
        return p

    left, right = side(back)[:6], side(A)[:6]
    here = visits[:, None] / visits.sum() * B[:6]
    joint = np.einsum("zl,zw,zr->zlwr", left, here, right)
    return joint.max(axis=0).sum()


# --8<-- [end:limit]


def likeliest(words):
    """The likeliest tag of each word, given the whole sentence."""
    forward, backward = [FIRST * B[:, words[0]]], [A[:, 6]]
    for w in words[1:]:
        forward.append(forward[-1] @ A * B[:, w])
    for w in words[:0:-1]:
        backward.append(A @ (B[:, w] * backward[-1]))
    return (np.array(forward) * backward[::-1]).argmax(axis=1)


# --8<-- [start:trained]
def trained(k, words, tags):
    """A tagger; tags hold 6 beyond the ends, which no loss counts."""
    model = WindowTagger(len(WORDS), embedding_dim=8, num_tags=6, k=k)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(STEPS):
        scores = model(words)
        loss = cross_entropy(scores.mT, tags, ignore_index=6)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return model


# --8<-- [end:trained]


def main():
    torch.set_num_threads(1)
    rng = np.random.default_rng(0)
    torch.manual_seed(0)
    found, whole = {0: [], 1: [], 2: []}, []
    for _ in range(SEEDS):
        train = [torch.tensor(a) for a in sentences(SENTENCES, rng)]
        words, tags = sentences(SENTENCES, rng)
        inside = tags < 6
        for k in found:
            model = trained(k, *train)
            with torch.no_grad():
                guesses = model(torch.tensor(words)).argmax(dim=2).numpy()
            found[k].append((guesses == tags)[inside].mean())
        guesses = [likeliest(w[i]) for w, i in zip(words, inside, strict=True)]
        whole.append((np.concatenate(guesses) == tags[inside]).mean())
    print("k,limit,accuracy,low,high")
    for k, own in found.items():
        numbers = limit(k), np.median(own), min(own), max(own)
        print(k, *(f"{number:.3f}" for number in numbers), sep=",")
    numbers = np.nan, np.median(whole), min(whole), max(whole)
    print("all", *(f"{number:.3f}" for number in numbers), sep=",")


main()
