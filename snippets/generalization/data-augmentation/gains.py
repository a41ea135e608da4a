# kind: study, tested with SEEDS=10 COPIES=4 STEPS=400 SIZES=(100,) POOL=120
"""What each augmentation does for the reading of digits, by twenty networks.

Prints CSV: augmentation, size of the training set; then median, lowest and
highest of: the accuracy on test images; the gain over no augmentation, network
by network; the accuracy on test images that were shifted by a pixel at most;
the gain by averaging five crops of a test image. Last two medians: the accuracy
on test images that were augmented as the training images are, and the share of
sixes that, upside down, are read as nines. Each network has a training set and
a start of its own, the same for all augmentations.
"""

# --8<-- [start:kinds]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import pad

from chainrule.data import transforms as T


class Shift(T.Transform):
    """By a pixel at most, up or down and left or right."""

    def draw(self, image, generator=None):
        return torch.randint(3, (2,), generator=generator).tolist()

    def apply(self, image, at):
        return pad(image, [1] * 4)[:, at[0] :, at[1] :][:, :8, :8]


KINDS = {
    "none": T.RandomHorizontalFlip(p=0),
    "crop": T.RandomResizedCrop(8, scale=(0.8, 1)),
    "rotation": T.RandomRotation(15, "bilinear"),
    "jitter": T.ColorJitter(brightness=0.4, contrast=0.4),
    "shift": Shift(),
    "mixup": T.RandomHorizontalFlip(p=0),  # of batches: see train
    "flip": T.RandomHorizontalFlip(),
    "erasing": T.RandomErasing(),
    "half-turn": T.RandomRotation(180, "bilinear"),
}
# --8<-- [end:kinds]


# --8<-- [start:data]
SEEDS, WIDTH, STEPS, BATCH, SIZES = 20, 64, 1000, 25, (100, 800)
COPIES, POOL, TEST = 20, 900, 897  # training sets are drawn from the pool

torch.set_num_threads(1)  # on matrices this small a second one only waits
digits = load_digits()
order = torch.tensor(np.random.default_rng(0).permutation(1797))
x = torch.tensor(digits.images / 16, dtype=torch.float32)[order, None]
t = torch.tensor(digits.target)[order]


def changed(x, kind, seed):
    """Each image (1, 8, 8) of x by its own draw, as (N, 64)."""
    rng = torch.Generator().manual_seed(seed)
    return torch.stack([KINDS[kind](image, rng) for image in x]).flatten(1)


def five_crops(x):
    """Each image moved diagonally in four ways, and as it is: (5, N, 64)."""
    crops = T.FiveCrop(8)
    views = [torch.stack(crops(pad(image, [1] * 4))) for image in x]
    return torch.stack(views, 1).flatten(2)


# --8<-- [end:data]


# --8<-- [start:train]
def train(copies, size):
    """SEEDS networks a kind, side by side; copies (kinds, COPIES, POOL, 64)."""
    rng = torch.Generator().manual_seed(0)
    own = torch.rand(SEEDS, POOL, generator=rng).argsort(1)[:, :size]
    W1 = torch.randn(SEEDS, 64, WIDTH, generator=rng) / 32**0.5
    W2 = torch.randn(SEEDS, WIDTH, 10, generator=rng) / WIDTH**0.5
    start = W1, torch.zeros(SEEDS, 1, WIDTH), W2, torch.zeros(SEEDS, 1, 10)
    network = [p.repeat(len(KINDS), 1, 1).requires_grad_() for p in start]
    optimizer = torch.optim.Adam(network, lr=0.005)
    kinds = torch.arange(len(KINDS))[:, None, None]
    mix, m = T.MixUp(alpha=0.4), [*KINDS].index("mixup")
    for _ in range(STEPS):
        k = torch.randint(size, (SEEDS, BATCH), generator=rng)
        rows = own.gather(1, k)  # the same images for all kinds
        copy = torch.randint(COPIES, rows.shape, generator=rng)
        X, Y = copies[kinds, copy, rows], torch.eye(10)[t[rows]]
        Y = Y.repeat(len(KINDS), 1, 1, 1)  # (kinds, SEEDS, BATCH, 10)
        lam = mix.draw(X[m][..., None], rng)
        pairs = T.mixup(X[m].transpose(0, 1), Y[m].transpose(0, 1), lam)
        X[m], Y[m] = (a.transpose(0, 1) for a in pairs)
        log_p = logits(network, X.flatten(0, 1)).log_softmax(2)
        optimizer.zero_grad()
        (-(Y.flatten(0, 1) * log_p).sum() / BATCH).backward()
        optimizer.step()
    return [p.detach() for p in network]


def logits(network, x):
    """(networks, N, 10) for x (N, 64) or (networks, N, 64)."""
    W1, b1, W2, b2 = network
    return torch.relu(x @ W1 + b1) @ W2 + b2


# --8<-- [end:train]


# --8<-- [start:study]
def main():
    names = "accuracy", "gain", "moved", "crops"
    cells = [name + end for name in names for end in ("", "_low", "_high")]
    print("augmentation", "size", *cells, "same_way,upside_down", sep=",")
    test, targets = x[-TEST:], t[-TEST:]
    moved, views = changed(test, "shift", 1), five_crops(test)
    sixes = test[targets == 6].flip(2, 3).flatten(1)
    same_way = torch.stack([changed(test, kind, 2) for kind in KINDS])
    copies = torch.stack(
        [
            torch.stack([changed(x[:POOL], kind, n) for n in range(COPIES)])
            for kind in KINDS
        ]
    )

    def share(p, wanted=targets):
        """Of the images, (kinds, SEEDS)."""
        right = (p.argmax(2) == wanted).float().mean(1)
        return right.view(len(KINDS), SEEDS).numpy()

    for size in SIZES:
        network = train(copies, size)
        accuracy = share(logits(network, test.flatten(1)))
        mean_p = sum(logits(network, view).softmax(2) for view in views)
        spread = (
            accuracy,
            accuracy - accuracy[0],
            share(logits(network, moved)),
            share(mean_p) - accuracy,
        )
        found = [
            end(v, axis=1)
            for v in spread
            for end in (np.median, np.min, np.max)
        ]
        alike = logits(network, same_way.repeat_interleave(SEEDS, 0))
        for p, wanted in (
            (alike, targets),
            (logits(network, sixes), 9),
        ):
            found.append(np.median(share(p, wanted), axis=1))
        for kind, row in zip(KINDS, np.transpose(found), strict=True):
            print(kind, size, *(f"{v:.3f}" for v in row), sep=",")


# --8<-- [end:study]
main()
