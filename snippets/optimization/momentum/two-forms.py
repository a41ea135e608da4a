# kind: exact
"""Nesterov with and without a second point, while rate and mu change."""

from chainrule.scratch.optim import (
    nesterov,
    nesterov_look_ahead,
    nesterov_no_copy,
)

# --8<-- [start:forms]
import numpy as np


def slope(w):
    return w + np.sin(3 * w)


def gaps(rates, mus):
    """Largest distances of both copy-free forms from the look-ahead points."""
    theta = own = nxt = np.linspace(-2, 2, 9)
    m = m_own = m_nxt = 0.0
    largest = np.zeros(2)
    for lr, mu, ahead in zip(rates, mus, [*mus[1:], mus[-1]], strict=True):
        theta, m = nesterov_look_ahead(slope, theta, m, lr, mu)
        own, m_own = nesterov(own, slope(own), m_own, lr, mu)
        nxt, m_nxt = nesterov_no_copy(nxt, slope(nxt), m_nxt, lr, mu, ahead)
        point = theta + ahead * m
        gap = [np.abs(own - point).max(), np.abs(nxt - point).max()]
        largest = np.maximum(largest, gap)
    return largest


rng = np.random.default_rng(0)
rates, mus = rng.uniform(0.01, 0.1, size=(10, 60)), rng.uniform(size=(10, 60))
constant = np.full((10, 60), 0.9)
climb = np.tile(np.linspace(0.5, 0.9, 60), (10, 1))
print("largest distance in 10 runs:  mu twice   next mu")
for name, eta, mu in (
    ("lr and mu constant", constant / 18, constant),
    ("lr changes", rates, constant),
    ("mu changes", constant / 18, mus),
    ("both change", rates, mus),
    ("mu climbs, 0.5 to 0.9", constant / 18, climb),
):
    own, nxt = np.max([gaps(a, b) for a, b in zip(eta, mu, strict=True)], 0)
    shown = [f"{x:8.4f}" if x > 1e-12 else "  < 1e-12" for x in (own, nxt)]
    print(f"{name:28}", *shown)
# --8<-- [end:forms]
