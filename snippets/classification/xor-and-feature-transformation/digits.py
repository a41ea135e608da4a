# kind: study, tested with SPLITS=4
"""Digits: a hidden layer as the encoder, logistic regression behind it.

Prints CSV: accuracy on unseen images for ten splits, the median with the
lowest and the highest. The ten networks train at once, as one batch.
"""

import numpy as np

# --8<-- [start:data]
import torch
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression

SPLITS, SEEN, STEPS, LR = 10, 500, 150, 0.05
images = load_digits()
generator = torch.Generator().manual_seed(0)
order = torch.stack(
    [torch.randperm(1797, generator=generator) for _ in range(SPLITS)]
)
X = torch.tensor(images.data / 16)[order]  # (SPLITS, 1797, 64)
X = X - X[:, :SEEN].mean(dim=1, keepdim=True)
t = torch.tensor(images.target)[order]
# --8<-- [end:data]


# --8<-- [start:encoders]
def learned(units, steps=STEPS):
    """Outputs of the hidden layer, after training the whole network."""
    W, V = (
        torch.randn(SPLITS, *shape, generator=generator, dtype=X.dtype)
        for shape in ((64, units), (units, 10))
    )
    W, V = W / 4, V / units**0.5
    b, c = (torch.zeros(SPLITS, 1, n, dtype=X.dtype) for n in (units, 10))
    theta = [p.requires_grad_() for p in (W, b, V, c)]
    optimizer = torch.optim.Adam(theta, lr=LR)
    for step in range(steps):
        optimizer.param_groups[0]["lr"] = LR * (1 - step / steps)
        code = torch.sigmoid(torch.baddbmm(b, X[:, :SEEN], W))
        z = torch.baddbmm(c, code, V).flatten(0, 1)
        loss = torch.nn.functional.cross_entropy(z, t[:, :SEEN].flatten())
        optimizer.zero_grad()
        (SPLITS * loss).backward()
        optimizer.step()
    return torch.sigmoid(torch.baddbmm(b, X, W)).detach()


def components(units):
    """The first principal components: an encoder that sees no label."""
    return [PCA(units).fit(x[:SEEN]).transform(x) for x in X]


# --8<-- [end:encoders]


# --8<-- [start:classify]
def accuracy(codes):
    """Logistic regression on the codes, split by split."""
    scores = []
    for code, label in zip(codes, t, strict=True):
        classifier = LogisticRegression(C=10, tol=1e-3, max_iter=500)
        classifier.fit(code[:SEEN], label[:SEEN])
        scores.append(classifier.score(code[SEEN:], label[SEEN:]))
    return scores


def report(name, features, codes):
    scores = accuracy(codes)
    numbers = (f"{f(scores):.3f}" for f in (np.median, np.min, np.max))
    print(name, features, *numbers, sep=",")


torch.set_num_threads(1)
print("encoder,features,median,low,high")
report("none", 64, X)
for units in (2, 4, 8, 16):
    report("learned", units, learned(units))
    report("untrained", units, learned(units, steps=0))
    report("principal components", units, components(units))
# --8<-- [end:classify]
