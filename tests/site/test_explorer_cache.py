"""What a step computes, and comes to, is what ``chainrule`` computes with a cache."""

import numpy as np
import pytest
import torch
from helpers.explorer import program
from playwright.sync_api import expect

from chainrule.nn import KeyValueCache, scaled_dot_product_attention

NAME = "sequences/decoding-and-seq2seq/kept"
OURS = program(NAME)["explore"]()
X = np.asarray(OURS["x"], float)
Q, K, V = (
    torch.from_numpy(X @ np.asarray(OURS[name], float).T)
    for name in ("W_q", "W_k", "W_v")
)
pytestmark = [pytest.mark.built, pytest.mark.browser]


def named(way, tables):
    return {
        f"{way}.{name}.{i + start}.{j}": float(number)
        for name, (start, numbers) in tables.items()
        for (i, j), number in np.ndenumerate(np.asarray(numbers))
    }


def cached(cache, t, before):
    """Step t by the cache of the library; what it computed before has been counted."""
    new = slice(t - 1, t)
    k, v = cache.extend(K[None, None, new], V[None, None, new])
    y, _ = scaled_dot_product_attention(Q[None, None, new], k, v, need_weights=True)
    scores = (Q[new] @ k[0, 0].T) / 2**0.5
    tables = {"K": (0, k[0, 0]), "V": (0, v[0, 0]), "A": (t - 1, scores)}
    kept = k.numel() + v.numel()
    counts = {"rows": 1, "scores": scores.numel(), "all": before + scores.numel()}
    return y[0, 0, 0], tables, counts | {"kept": kept}


def again(t, before):
    """Step t from the beginning, and causal."""
    q, k, v = Q[:t], K[:t], V[:t]
    y = scaled_dot_product_attention(q[None], k[None], v[None], is_causal=True)
    scores = q @ k.T / 2**0.5
    tables = {"K": (0, k), "V": (0, v), "A": (0, scores)}
    counts = {"rows": t, "scores": t * t, "all": before + t * t, "kept": 0}
    return y[0, -1], tables, counts


def test_every_step_is_that_of_the_library(explorer):
    at, cache, before = explorer(NAME), KeyValueCache(len(X)), {"again": 0, "cached": 0}
    for t in range(1, len(X) + 1):
        found = at.set(step=t).numbers()
        expected = {}
        for way, (y, tables, counts) in {
            "again": again(t, before["again"]),
            "cached": cached(cache, t, before["cached"]),
        }.items():
            before[way] = counts["all"]
            expected |= named(way, tables)
            expected |= {f"{way}.{name}": number for name, number in counts.items()}
            expected |= {f"{way}.output.{c}": float(y[c]) for c in range(len(y))}
        assert found == pytest.approx(expected, rel=1e-12, abs=1e-15)
    T = len(X)
    assert before == {"again": T * (T + 1) * (2 * T + 1) / 6, "cached": T * (T + 1) / 2}


def test_the_address_brings_back_a_step(explorer):
    at = explorer(NAME, "zh", "step:3")
    numbers = at.numbers()
    assert numbers["cached.scores"] == 3
    expect(at.box.get_by_role("status")).to_have_text(
        "第 3 步：重算 9 个分数，使用缓存 3 个；输出相同。"
    )
    assert at.box.locator("[data-name^='cached.K.'].tint").count() == 2
    masked = at.box.locator("[data-name^='again.A.'].masked")
    assert masked.evaluate_all("all => all.map(e => e.dataset.name)") == [
        "again.A.0.1", "again.A.0.2", "again.A.1.2",
    ]  # fmt: skip
    at.press("走一步")
    assert at.address() == {"step": "4"}
    before = at.numbers()
    at.page.reload()
    assert type(at)(at.page, at.name).numbers() == before
    at.set(step=0)
    assert set(at.numbers().values()) == {0}
    expect(at.box.get_by_role("status")).to_have_text("还没有词元。")
