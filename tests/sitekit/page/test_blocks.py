import contextlib
import io
import time
import warnings
from pathlib import Path

import pytest
import torch
from helpers.weekly import chosen

from sitekit.check import listings
from sitekit.page.blocks import Block, blocks, cut, linked
from sitekit.page.paths import LANGS, is_notebook, pages, read

ROOT = Path(__file__).parents[3]
PAGES = [page for page in pages(ROOT) if cut(ROOT / page.source, ROOT)]
TIME = 0.5  # seconds of a block and what it needs, beyond which it is not run again


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.source)
def test_the_blocks_are_those_that_the_listings_test_runs(page):
    ours = blocks(ROOT / page.source, ROOT)
    theirs = listings.blocks(ROOT / page.source, ROOT)
    assert [(b.line, b.code, b.expected, b.slow) for b in ours] == [
        (b.lineno, b.code, b.expected_output, listings.SLOW in b.marks) for b in theirs
    ]
    if not is_notebook(read(ROOT / page.source)):
        assert all(block.source for block in ours)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.source)
def test_both_languages_have_the_same_blocks(page):
    if page.lang == LANGS[1]:
        twin = Path(page.source.replace(f"docs/{page.lang}/", f"docs/{LANGS[0]}/"))
        ours, theirs = (cut(ROOT / path, ROOT) for path in (page.source, twin))
        assert [(b.code, b.expected) for b in ours] == [
            (b.code, b.expected) for b in theirs
        ]


def needed(*codes: str) -> list[tuple[int, ...]]:
    made = [Block(n, n, code, ()) for n, code in enumerate(codes)]
    return [block.needs for block in linked(made, ROOT)]


@pytest.mark.parametrize(
    ("codes", "last"),
    [
        # scopes
        (["x = 1", "y = 2", "print(x)"], [0]),
        (["x = 1", "x = 2", "print(x)"], [1]),
        (["x = 1", "x = 2; print(x)"], []),
        (["x = 1", "def f(x): return x"], []),
        (["x = 1", "def f(): return x"], [0]),
        (["x = 1", "def f():\n    x = 2\n    return x"], []),
        (["x = 1", "def f(a=x): return a"], [0]),
        (["x = 1", "print([x for x in range(3)])"], []),
        (["x = 1", "[x for x in range(3)]", "print(x)"], [0]),
        (["x = 1", "print({x: 1 for y in range(3)})"], [0]),
        (["x = 1", "class A:\n    x = 2\n    y = x"], []),
        (["x = 1", "class A:\n    def f(self): return x"], [0]),
        (["x = 1", "def f():\n    {x for x in 'a'}; {x: 1 for x in 'a'}; x"], [0]),
        (["x = 1", "class A:\n    {x for x in 'a'}\n    y = x"], [0]),
        (["x = 1", "async def f(x): return x"], []),
        (["x = 1", "async def f():\n    async with a() as x: return x"], []),
        (["class T: pass", "def f(a: T, *b: int) -> None: pass"], [0]),
        (["class T: pass", "def f() -> T: pass"], [0]),
        (["class T: pass", "a: T = 1"], [0]),
        (["class T: pass", "class A:\n    a: T"], [0]),
        (["class M(type): pass", "class A(metaclass=M): pass"], [0]),
        (["x = 1", "match {}:\n    case {**x}: print(x)"], []),
        (["import numpy as np", "import numpy as np; np.ones(2)"], []),
        (["import numpy as np", "def f():\n    return np.ones(2)"], [0]),
        (["x = 1", "print(f'{x}')"], [0]),
        (["x = 1", "(lambda x: x)(2)"], []),
        (["x = 1", "if (x := 2): print(x)"], []),
        (["x = 1", "for x in range(2): print(x)"], []),
        (["x = 1", "try: 1\nexcept ValueError as x: print(x)"], []),
        # in turn, and what a function reads when it is called
        (["x = 1", "y = x", "print(y)"], [0, 1]),
        (["s = 1", "def f(): return s", "s = 2", "print(f())"], [0, 1, 2]),
        (["def f(): return g()", "def g(): return 1", "print(f())"], [0, 1]),
        (["def g(): return 1", "class A:\n    def f(self): return g()",
          "a = A()", "def g(): return 2", "a.f()"], [0, 1, 2, 3]),
        # changes
        (["x = 1", "x += 1", "print(x)"], [0, 1]),
        (["a = [1]", "a[0] = 2", "print(a)"], [0, 1]),
        (["a = [1]", "a[0] += 2", "print(a)"], [0, 1]),
        (["def f(a):\n    a += 1", "x = [0]", "f(x)", "print(x)"], [0, 1, 2]),
        (["a = [1]", "a.append(2)", "print(a)"], [0, 1]),
        (["a = [1]", "a.copy()", "print(a)"], [0]),
        (["a = [1]", "del a[0]", "print(a)"], [0, 1]),
        (["a = A()", "a.b = 2", "print(a)"], [0, 1]),
        (["m = Model()", "m.fit(1)", "print(m.w)"], [0, 1]),
        (["m = Model()", "m.predict(1)", "print(m.w)"], [0]),
        (["m = Model()", "t = Trainer(m)", "t.step()", "print(m.w)"], [0, 1, 2]),
        (["def f(a):\n    a[0] = 1", "x = [0]", "f(x)", "print(x)"], [0, 1, 2]),
        (["def f(a):\n    return a[0]", "x = [0]", "f(x)", "print(x)"], [1]),
        (["from m import fit; m = Model()", "fit(m)", "print(m.w)"], [0, 1]),
        (["from m import Fit; m = Model()", "Fit(m)", "print(m.w)"], [0]),
        (["def f(x, a):\n    a[0] = x", "x = [0]", "f(1, x)", "print(x)"], [0, 1, 2]),
        (["def f(): return Model()", "m = f()", "m.fit(1)", "print(m)"], [0, 1, 2]),
        (["x = [[1]]", "for row in x: row[0] = 2", "print(x)"], [0, 1]),
        (["import numpy as np; r = np.random.default_rng(0)", "r.normal()",
          "print(r.normal())"], [0, 1]),
        (["import numpy as np", "r = np.random.default_rng(0); a = [1]",
          "r.shuffle(a)", "print(a)"], [0, 1, 2]),
        (["import numpy as np", "np.random.seed(1)", "np.random.rand()"], [0, 1]),
        (["import numpy as n; a = n.ones(2)", "n.exp(1, out=a)", "print(a)"], [0, 1]),
        (["import numpy as np; a = np.ones(2)", "np.exp(a)", "print(a)"], [0]),
        (["import numpy as np", "np.set_printoptions(2)", "print(1)"], [0, 1]),
        (["import torch", "torch.manual_seed(0)", "torch.rand(1)"], [0, 1]),
        (["from torch import rand, manual_seed", "manual_seed(0)", "rand(1)"], [0, 1]),
    ],
)  # fmt: skip
def test_needs(codes, last):
    assert list(needed(*codes)[-1]) == last


def test_a_slow_block_leaves_nothing_behind():
    made = [Block(0, 1, "x = 1", ()), Block(1, 2, "x = 2", (), slow=True)]
    assert linked([*made, Block(2, 3, "print(x)", ())], ROOT)[-1].needs == (0,)


def run(found: list[Block]) -> list[tuple[str, float]]:
    """What each prints, and how long it takes, in one fresh namespace."""
    listings.start_afresh()
    namespace, said = {"__name__": "page"}, []
    for block in found:
        start = time.perf_counter()
        with (
            contextlib.redirect_stdout(io.StringIO()) as out,
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")
            exec(compile(block.code, f"listing {block.number}", "exec"), namespace)
        said.append((out.getvalue(), time.perf_counter() - start))
    torch.set_default_dtype(torch.float32)
    return said


@pytest.mark.parametrize(
    "page",
    chosen(
        page
        for page in PAGES
        if page.lang == LANGS[1] and not is_notebook(read(ROOT / page.source))
    ),
)
def test_what_a_block_needs_suffices(page):
    """Alone with these, it prints what it prints on the whole page."""
    found = blocks(ROOT / page.source, ROOT)
    quick = [block for block in found if not block.slow]
    said = dict(zip((b.number for b in quick), run(quick), strict=True))
    for block in quick:
        which = *block.needs, block.number
        if said[block.number][0] and sum(said[n][1] for n in which) < TIME:
            alone = run([found[n] for n in which])[-1][0]
            assert alone == said[block.number][0], (block.source, block.needs)
