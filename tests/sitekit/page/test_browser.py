from pathlib import Path

import pytest
from sklearn import datasets, model_selection

from sitekit.page.blocks import Block, blocks, linked
from sitekit.page.browser import STANDS_IN, missing
from sitekit.page.paths import is_notebook, pages, read

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("codes", "lacks"),
    [
        (["x = 1", "print(x)"], ""),
        (["import numpy as np", "np.ones(2)"], ""),
        (["import tqdm, json, math", "1"], ""),
        (["import torch", "torch.ones(2)"], "torch"),
        (["import torch", "print(1)"], ""),
        (["import torch\nx = 1", "y = x", "print(y)"], "torch"),
        (["import scipy, torch", "torch, scipy"], "torch"),
        (["import scipy", "scipy"], "scipy"),
        (["1", "from chainrule.scratch.nn import Linear"], ""),
        (["1", "from chainrule.nn import Linear"], "torch"),
        (["1", "def f():\n    import torch"], "torch"),
        (["1", "from sklearn.datasets import load_digits"], ""),
        (["1", "from sklearn.model_selection import train_test_split"], ""),
        (["1", "from sklearn.datasets import load_digits, load_sample_image"],
         "sklearn"),
        (["1", "from sklearn.svm import SVC"], "sklearn"),
        (["1", "import sklearn"], "sklearn"),
        (["1", "open('docs/units.csv')"], "file"),
        (["1", "open('docs/nothing.csv')"], ""),
    ],
)  # fmt: skip
def test_what_a_browser_lacks(codes, lacks):
    made = [Block(n, n, code, ()) for n, code in enumerate(codes)]
    assert missing(linked(made, ROOT), ROOT)[-1] == lacks


def test_what_is_slow_does_not_run_there():
    made = [Block(0, 1, "x = 1", (), slow=True)]
    assert missing(linked(made, ROOT), ROOT) == ["slow"]


def test_nor_does_what_needs_it():
    made = [Block(0, 1, "x = 1", (), slow=True), Block(1, 2, "x", (), needs=(0,))]
    assert missing(made, ROOT) == ["slow", "slow"]


def test_it_stands_in_for_what_there_is():
    theirs = {"sklearn.datasets": datasets, "sklearn.model_selection": model_selection}
    for module, names in STANDS_IN.items():
        assert all(hasattr(theirs[module], name) for name in names)


def test_nearly_all_that_needs_no_torch_runs():
    lacks = []
    for page in pages(ROOT, ("en",)):
        if not is_notebook(read(ROOT / page.source)):
            lacks += missing(blocks(ROOT / page.source, ROOT), ROOT)
    others = [cause for cause in lacks if cause != "torch"]
    assert others.count("") >= 0.85 * len(others)
