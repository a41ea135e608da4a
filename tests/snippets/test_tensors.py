"""What pytorch/tensors teaches, compared with something independent."""

import itertools
import re
import runpy
from pathlib import Path

import numpy as np
import pytest
import torch

ROOT = Path(__file__).parents[2]
PROGRAMS = ROOT / "snippets/pytorch/tensors"
FLOATS = {  # bits of fraction and exponent, from IEEE 754 and, bfloat16, Intel
    torch.float64: (52, 11),
    torch.float32: (23, 8),
    torch.bfloat16: (7, 8),
    torch.float16: (10, 5),
}
CELL = re.compile(r"\| `([^`]+)` (?=\|)")
UNSET = ("torch.empty", "torch.rand")  # whose numbers nobody promises


def names(program):
    return runpy.run_path(str(PROGRAMS / f"{program}.py"))


def cells(lang, columns):
    """Rows of the page's tables whose cells all are code."""
    page = (ROOT / f"docs/{lang}/pytorch/tensors.md").read_text("utf-8")
    rows = [CELL.findall(line) for line in page.split("\n") if line.startswith("| `")]
    return [row for row in rows if len(row) == columns]


# -- the tables of the page -----------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_numpy_and_torch_agree_in_every_row(agree, lang):
    tensors = {k: v for k, v in names("operations").items() if torch.is_tensor(v)}
    arrays = {name: x.numpy() for name, x in tensors.items()}
    rng, rows = np.random.default_rng(0), cells(lang, 3)
    assert len(rows) > 50
    for ours, theirs, shape in rows:
        x = torch.as_tensor(eval(ours, {"torch": torch, **tensors}))
        a = np.asarray(eval(theirs, {"np": np, "rng": rng, **arrays}))
        assert str(tuple(x.shape)) == str(a.shape) == shape, ours
        if not ours.startswith(UNSET):
            unit = "tensor-constructors-and-operations"
            agree(unit, x.double(), a.astype(float), 1e-6, against=f"NumPy: {theirs}")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_dtypes_of_literals_and_results(lang):
    known = {"torch": torch, "np": np, "x": names("operations")["x"]}
    rows = cells(lang, 2)
    assert len(rows) > 10
    for code, dtype in rows:
        assert str(eval(code, known).dtype) == f"torch.{dtype}", code


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_table_of_errors_has_a_row_for_each(lang):
    page = (ROOT / f"docs/{lang}/pytorch/tensors.md").read_text("utf-8")
    rows = re.findall(r"^\| ([A-Za-z][^|]*) \| .* \| .* \|$", page, re.M)
    printed = (PROGRAMS / "errors.out").read_text("utf-8")
    said = re.findall(r"Error: \.\.\. (.*) \.\.\.", printed)
    rows = [row for row in rows if row != "PyTorch"]
    for words in said:
        assert sum(row in words for row in rows) == 1, words
    assert len([row for row in rows if any(row in w for w in said)]) == len(said)


# -- strides ----------------------------------------------------------------------


def views():
    """Tensors over one storage, whose numbers are their own places."""
    x = torch.arange(24.0).reshape(2, 3, 4)
    yield from (x, x.permute(2, 0, 1), x[1, :, ::2], x[:, 1:2].expand(2, 5, 4))
    yield from (x.mT[:, 1:], x[1, 2, 3], x.unsqueeze(1))


@pytest.mark.equation("eq:tensor-address")
def test_address_is_where_the_number_lies(agree, equation):
    address = names("strides")["address"]
    symbols = {"o": "o", "D": "D", "i_k": "i[k]", "s_k": "s[k]"}
    printed = equation("eq:tensor-address", "a", symbols)
    unit = "tensor-concept"
    for view in views():
        strides, offset = view.stride(), view.storage_offset()
        indices = list(itertools.product(*map(range, view.shape)))
        places = [address(index, strides, offset) for index in indices]
        agree(unit, places, view.flatten(), 0, against="the storage")
        if view.ndim:
            known = {"o": offset, "D": view.ndim, "s": strides}
            said = [printed(i=index, **known) for index in indices[::-5]]
            agree(unit, places[::-5], said, 0, against="printed equation (17.1)")


@pytest.mark.equation("eq:contiguous-strides")
def test_contiguous_strides(agree, equation):
    contiguous = names("strides")["contiguous"]
    symbols = {"n_{k+1}": "n", "s_{k+1}": "s"}
    printed = equation("eq:contiguous-strides", "s_k", symbols)
    for shape in (5,), (2, 3), (4, 3, 5), (2, 1, 7, 3):
        strides, theirs = contiguous(shape), torch.empty(shape).stride()
        in_bytes = np.empty(shape, np.float32).strides
        unit = "tensor-concept"
        agree(unit, strides, theirs, 0, against="torch.Tensor.stride")
        agree(unit, np.multiply(strides, 4), in_bytes, 0, against="numpy.ndarray")
        for k in range(len(shape) - 1):
            said = printed(n=shape[k + 1], s=strides[k + 1])
            agree(unit, strides[k], said, 0, against="printed equation (17.2)")


def test_a_tensor_has_any_number_of_axes():
    for shape in (), (5,), (3, 5), (4, 3, 5), (2,) * 9:
        assert torch.zeros(shape).ndim == len(shape)


# -- formats of numbers ---------------------------------------------------------


@pytest.mark.equation("eq:float-format")
def test_ranges_follow_from_the_bits(agree, equation):
    symbols = {"E": "E", r"\epsilon": "eps"}
    printed = {
        "E": equation("eq:float-format", "E", {"q": "q"}),
        "eps": equation("eq:float-format", r"\epsilon", {"p": "p"}),
        "tiny": equation("eq:float-format", r"x_{\min}", {"E": "E"}),
        "max": equation("eq:float-format", r"x_{\max}", symbols),
    }
    for dtype, (p, q) in FLOATS.items():
        info = torch.finfo(dtype)
        assert 1 + p + q == info.bits
        exponent = printed["E"](q=q)
        eps = printed["eps"](p=float(p))
        said = {
            "eps": eps,
            "tiny": printed["tiny"](E=float(exponent)),
            "max": printed["max"](E=float(exponent), eps=eps),
        }
        assert exponent == np.frexp(info.max)[1] - 1
        for name, value in said.items():
            theirs, against = getattr(info, name), "printed equation (17.3)"
            agree("tensor-dtype-table", theirs, float(value), 0, against=against)
    for dtype in (torch.int64, torch.int32, torch.int16, torch.int8):
        whole = torch.iinfo(dtype)
        assert (whole.min, whole.max) == (-(2 ** (whole.bits - 1)), -whole.min - 1)
    assert (torch.iinfo(torch.uint8).min, torch.iinfo(torch.uint8).max) == (0, 2**8 - 1)


@pytest.mark.equation("eq:float-spacing", by="torch.nextafter, or the bits")
def test_neighbours_are_as_far_apart_as_is_said():
    for dtype in FLOATS:
        eps, bits = torch.finfo(dtype).eps, torch.finfo(dtype).bits
        whole = {16: torch.int16, 32: torch.int32, 64: torch.int64}[bits]
        x = torch.tensor([1e-3, 0.7, 1.0, 1.5, 2.0, 100.0, 1000.0], dtype=dtype)
        following = (x.view(whole) + 1).view(dtype)
        said = eps * 2.0 ** x.double().log2().floor()
        assert torch.equal((following.double() - x.double()), said)
        if bits > 16:
            beyond = torch.tensor(torch.inf, dtype=dtype)
            assert torch.equal(following, torch.nextafter(x, beyond))


def test_where_counting_ends():
    for dtype, (p, _) in FLOATS.items():
        last = 2 ** (p + 1)
        assert torch.tensor(last - 1, dtype=dtype).item() == last - 1
        assert torch.tensor(last, dtype=dtype).item() == last
        assert torch.tensor(last, dtype=dtype) + 1 == last


def test_names_of_the_notes():
    assert torch.zeros(1, dtype=torch.float).type() == "torch.FloatTensor"
    assert torch.zeros(1, dtype=torch.long).type() == "torch.LongTensor"
    assert torch.FloatTensor(2, 3).shape == (2, 3)
    assert torch.FloatTensor([2, 3]).tolist() == [2, 3]
    aliases = {"float": "float32", "double": "float64", "half": "float16"}
    for name, dtype in {**aliases, "int": "int32", "long": "int64"}.items():
        assert getattr(torch, name) is getattr(torch, dtype)


# -- broadcasting -----------------------------------------------------------------


@pytest.mark.equation("eq:broadcast-shape", by="torch and NumPy, for all small shapes")
def test_broadcast_shape():
    ours = names("broadcasting")["broadcast_shape"]
    shapes = [s for n in range(4) for s in itertools.product((0, 1, 2, 3), repeat=n)]
    for a, b in itertools.product(shapes, repeat=2):
        try:
            theirs = tuple(np.broadcast_shapes(a, b))
        except ValueError:
            with pytest.raises(ValueError, match="do not fit"):
                ours(a, b)
            with pytest.raises(RuntimeError):
                torch.broadcast_shapes(a, b)
        else:
            assert ours(a, b) == theirs == tuple(torch.broadcast_shapes(a, b))


def test_mse_loss_warns_of_other_shapes():
    with pytest.warns(UserWarning, match="target size"):
        torch.nn.MSELoss()(torch.zeros(3, 1), torch.zeros(3))
