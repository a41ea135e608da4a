"""The numbers of one head on the screen are those of ``chainrule``."""

from itertools import product

import numpy as np
import pytest
import torch
from helpers.explorer import program
from playwright.sync_api import expect

from chainrule.nn import scaled_dot_product_attention
from chainrule.scratch.nn import SelfAttention

NAME = "sequences/self-attention/head"
OURS = program(NAME)["explore"]()
X, T = np.asarray(OURS["x"], float), len(OURS["x"])
pytestmark = [pytest.mark.built, pytest.mark.browser]


def expected(times, scale, causal):
    """Names on the screen and their numbers, by the layer where it has no mask."""
    layer = SelfAttention(2, 2, 2, scale=None if scale else 1.0)
    for name in ("W_q", "W_k", "W_v"):
        getattr(layer, name)[...] = OURS[name]
    layer.W_q *= times
    q, k, v = (X @ W.T for W in (layer.W_q, layer.W_k, layer.W_v))
    y, weights = scaled_dot_product_attention(
        *map(torch.from_numpy, (q, k, v)),
        is_causal=bool(causal),
        scale=layer.scale,
        need_weights=True,
    )
    if not causal:
        assert np.allclose(layer.forward(X), y, rtol=1e-14)
    scores = q @ k.T * layer.scale
    if causal:
        scores[np.triu_indices(T, 1)] = -np.inf
    tables = {"Q": q, "K": k, "V": v, "A": scores, "weights": weights, "O": y}
    return {
        f"{name}.{i}.{j}": float(number)
        for name, numbers in tables.items()
        for (i, j), number in np.ndenumerate(np.asarray(numbers))
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_table_is_that_of_the_layer(explorer, lang):
    states = [
        {"times": n / 2, "scale": scale, "causal": causal}
        for n, scale, causal in product(range(7), (0, 1), (0, 1))
    ]
    for state, numbers in zip(states, explorer(NAME, lang).each(states), strict=True):
        assert numbers == pytest.approx(expected(**state), rel=1e-12, abs=1e-15)


SHADES = """figure => Object.fromEntries(
  [...document.querySelectorAll(`#fig-${figure} td.shade`)]
    .map(e => [e.dataset.name, +e.style.getPropertyValue("--share")]))"""


@pytest.mark.parametrize("causal", [0, 1])
def test_a_weight_is_as_strong_as_it_is_large(explorer, causal):
    at, row = explorer(NAME, state=f"row:2,key:0,causal:{causal}"), 2
    weights = {
        name: number
        for name, number in at.numbers().items()
        if name.startswith("weights.")
    }
    open_to = range(row + 1 if causal else T)
    values = {
        f"V.{j}.{c}": weights[f"weights.{row}.{j}"] for j in open_to for c in (0, 1)
    }
    assert at.page.evaluate(SHADES, at.name) == weights | values
    for name in "KV":
        assert at.box.locator(f"[data-name^='{name}.'].soft").count() == 2 * (
            T - len(open_to)
        )


def test_says_the_row_that_a_pointer_is_on(explorer):
    at = explorer(NAME)
    assert at.box.locator("caption").all_inner_texts() == [
        *("Q 4×2", "K 4×2", "V 4×2"),
        *("A scores 4×4", "A′ weights 4×4", "O 4×2"),
    ]
    formula = at.box.locator(".formula")
    assert formula.inner_text() == "α₁₂ = 2 · 1 + 1 · 1 = 3"
    at.box.locator("[data-name='A.2.0']").hover()
    assert formula.inner_text() == "α₃₁ = 0 · 0 + 1 · 1 = 1"
    assert at.address() == {"row": "2", "key": "0"}
    for name in ("Q", "A", "O"):
        assert at.box.locator(f"[data-name^='{name}.2.'].tint").count()
        assert not at.box.locator(f"[data-name^='{name}.1.'].tint").count()
    at.box.locator("[data-name='V.3.0']").click()
    at.set(scale=1)
    assert formula.inner_text() == "α₃₄ = (0 · 1 + 1 · 1) / √2 = 0.71"
    at.set(causal=1)
    assert formula.inner_text() == "α₃₄ = −∞"
    said = "b₃ = 0.40 · (1, 0) + 0.40 · (1, 2) + 0.20 · (0, 2) = (0.80, 1.20)"
    expect(at.box.get_by_role("status")).to_have_text(said)
    at.page.reload()
    again = type(at)(at.page, at.name)
    expect(again.box.get_by_role("status")).to_have_text(said)
    assert again.numbers() == pytest.approx(expected(1, 1, 1), rel=1e-12, abs=1e-15)
    again.press("Reset")
    assert again.address() == {}
    assert formula.inner_text() == "α₁₂ = 2 · 1 + 1 · 1 = 3"
