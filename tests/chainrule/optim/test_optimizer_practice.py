"""The formula behind all optimizers, and what the page's tables say of each."""

import inspect
import re
from pathlib import Path

import pytest
import torch

import chainrule.optim

ROOT = Path(__file__).parents[3]
PAGE = "docs/{}/optimization/optimizer-practice.md"
UNIT = "optimization-summary-formula"
LANGS = ("zh", "en")


# -- one formula ------------------------------------------------------------------


def heap(gs, mu):
    return sum(mu ** (len(gs) - i) * g for i, g in enumerate(gs, 1))


def average(gs, beta):
    """The mean that Adam corrects: weights that add up to 1."""
    return heap(gs, beta) * (1 - beta) / (1 - beta ** len(gs))


def largest_v(gs, beta):
    ends = range(1, len(gs) + 1)
    moments = [(1 - beta) * heap(squares(gs[:n]), beta) for n in ends]
    return torch.stack(moments).amax(0) / (1 - beta ** len(gs))


def squares(gs):
    return [g**2 for g in gs]


# As the page's table: torch's class and options, its m, its sigma.
FITS = {
    "SGD": ("SGD", {}, lambda g: g[-1], lambda g: 1.0),
    "momentum": (
        "SGD",
        {"momentum": 0.8},
        lambda g: heap(g, 0.8),
        lambda g: 1.0,
    ),
    "Nesterov": (
        "SGD",
        {"momentum": 0.8, "nesterov": True},
        lambda g: g[-1] + 0.8 * heap(g, 0.8),
        lambda g: 1.0,
    ),
    "Adagrad": (
        "Adagrad",
        {"eps": 0.01},
        lambda g: g[-1],
        lambda g: sum(squares(g)).sqrt() + 0.01,
    ),
    "RMSProp": (
        "RMSprop",
        {"alpha": 0.9, "eps": 0.01},
        lambda g: g[-1],
        lambda g: (0.1 * heap(squares(g), 0.9)).sqrt() + 0.01,
    ),
    "Adam": (
        "Adam",
        {"betas": (0.8, 0.95), "eps": 0.01},
        lambda g: average(g, 0.8),
        lambda g: average(squares(g), 0.95).sqrt() + 0.01,
    ),
    "AMSGrad": (
        "Adam",
        {"betas": (0.8, 0.95), "eps": 0.01, "amsgrad": True},
        lambda g: average(g, 0.8),
        lambda g: largest_v(g, 0.95).sqrt() + 0.01,
    ),
}


@pytest.mark.equation("eq:optimization-summary")
@pytest.mark.parametrize("name", FITS)
def test_every_optimizer_of_the_table_fits_the_formula(agree, equation, name):
    theirs, options, direction, scale = FITS[name]
    symbols = {r"\theta_{t-1}": "theta", r"\eta_t": "rate"}
    symbols |= {r"\sigma_t": "sigma", "m_t": "m"}
    printed = equation("eq:optimization-summary", r"\theta_t", symbols)
    torch.manual_seed(0)
    w = torch.randn(5, dtype=torch.float64, requires_grad=True)
    optimizer, gradients = getattr(torch.optim, theirs)([w], lr=1.0, **options), []
    for t in range(1, 21):
        rate = 0.1 * min(t / 5, 5 / t)  # warm-up, then decay
        optimizer.param_groups[0]["lr"] = rate
        w.grad = torch.randn_like(w) * 10.0 ** (t % 4 - 2)
        gradients.append(w.grad.clone())
        before = w.detach().clone()
        optimizer.step()
        m, sigma = direction(gradients), scale(gradients)
        oracle = printed(theta=before, rate=rate, sigma=sigma, m=m)
        agree(UNIT, w, oracle, 1e-13, against="printed equation (27.1)")


# -- the tables -------------------------------------------------------------------

ROW = re.compile(r"^\| `(?P<name>\w+)` \| (?P<cells>.*) \|$", re.M)


def rows(lang):
    """Name: year, source, numbers kept, hyperparameters, torch; of the first table."""
    text = (ROOT / PAGE.format(lang)).read_text("utf-8")
    found = {m["name"]: m["cells"].split(" | ") for m in ROW.finditer(text)}
    return {name: cells for name, cells in found.items() if len(cells) == 5}


def hyper(cell):
    return eval(f"dict({cell.strip('`')})")


def test_every_optimizer_has_its_row_in_both_languages():
    taught = {
        name
        for name, thing in vars(chainrule.optim).items()
        if isinstance(thing, type) and hasattr(thing, "step")
    }
    for lang in LANGS:
        assert sorted(taught - rows(lang).keys()) == []
    zh, en = map(rows, LANGS)
    assert list(zh) == list(en)
    for name in en:
        assert zh[name][0] == en[name][0]
        assert zh[name][3:] == en[name][3:]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", rows("en"))
def test_what_the_table_says_is_what_the_class_does(lang, name):
    _, _, kept, options, _ = rows(lang)[name]
    optimizer = getattr(chainrule.optim, name)
    if hasattr(optimizer, "buffers"):
        assert hyper(options) == optimizer.hyper
        assert int(kept) == len(optimizer.buffers)
    else:  # it stands around another one, its first argument
        arguments = [*inspect.signature(optimizer).parameters.values()][1:]
        assert hyper(options) == {a.name: a.default for a in arguments}


@pytest.mark.parametrize("name", rows("en"))
def test_what_the_table_says_of_torch(name):
    _, _, kept, options, theirs = rows("en")[name]
    if theirs == "–":
        assert not hasattr(torch.optim, name)
        return
    called, _, given = theirs.strip("`").rstrip(")").partition("(")
    make, given = getattr(torch.optim, called), eval(f"dict({given})")
    w = torch.ones(3, requires_grad=True)
    w.grad = torch.ones(3)
    optimizer = make([w], **given)
    optimizer.step()
    tensors = [x for x in optimizer.state[w].values() if torch.is_tensor(x)]
    assert sum(x.shape == w.shape for x in tensors) == int(kept)
    for option, value in hyper(options).items():
        assert optimizer.param_groups[0][option] == value


def test_another_order_of_momentum_and_scale_is_another_path():
    """Exercise 4: torch's RMSprop divides first, Adam last."""
    alpha, mu = 0.9, 0.8
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.RMSprop([w], lr=1.0, alpha=alpha, momentum=mu, eps=0)
    small_then_large = [1.0, 1.0, 1.0, 100.0]
    divided, v = 0.0, 0.0
    for g in small_then_large:
        w.grad = torch.full_like(w, g)
        before = w.item()
        optimizer.step()
        v = alpha * v + (1 - alpha) * g**2
        divided = mu * divided + g / v**0.5
        assert before - w.item() == pytest.approx(divided, rel=1e-12)
    after = sum(mu ** (3 - i) * g for i, g in enumerate(small_then_large)) / v**0.5
    assert divided > 1.5 * after


def test_momentum_weighs_all_gradients_before():
    """Note B's Chinese has the weighted sum of one gradient, the one before."""
    w = torch.zeros(4, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0, momentum=0.5)
    for i in range(4):
        before = w.detach().clone()
        w.grad = torch.eye(4, dtype=torch.float64)[i]
        optimizer.step()
    moved = before - w.detach()
    assert moved.tolist() == [0.125, 0.25, 0.5, 1.0]


# -- the recipe -------------------------------------------------------------------


@pytest.mark.equation("eq:gradient-clipping")
@pytest.mark.parametrize("longest", [0.5, 100.0])
def test_clipping_is_what_the_page_prints(agree, equation, longest):
    symbols = {"g_t": "g", "G_t": "length", "c": "c"}
    printed = equation("eq:gradient-clipping", r"\tilde g_t", symbols)
    rng = torch.Generator().manual_seed(0)
    w = torch.zeros(5, dtype=torch.float64, requires_grad=True)
    w.grad = g = torch.randn(5, dtype=torch.float64, generator=rng)
    oracle = printed(g=g.numpy(), length=g.norm().item(), c=longest)
    torch.nn.utils.clip_grad_norm_([w], longest)
    # torch adds 1e-6 to the length.
    agree("optimizer-advice", w.grad, oracle, 1e-5, against="printed equation (27.4)")
