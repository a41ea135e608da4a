import pytest
import torch

from chainrule.optim.engine import kernels, slices


def row(n=6):
    return [torch.full((n,), x) for x in (1.0, 2.0, 0.5, 0.25)]


ADAM = {"lr": 0.1, "betas": (0.5, 0.75), "eps": 0.01, "weight_decay": 0.5}


@pytest.mark.parametrize("sign", [1, -1])
def test_kernels_are_the_formulas(sign):
    """By hand, for one number, at the second step."""
    given = {**ADAM, "maximize": sign < 0}
    w, g, m, v = 1.0, 2.0, 0.5, 0.25

    def step(kernel, **more):
        tensors = [[torch.tensor([x], dtype=torch.float64)] for x in (w, g, m, v)]
        clock = () if kernel is kernels.adam_no_bias_correction else (2,)
        kernel(*tensors, *clock, **{**given, **more})
        return [x.item() for (x,) in tensors]

    for kernel, coupled, corrected in (
        (kernels.adam, True, True),
        (kernels.adamw, False, True),
        (kernels.adam_no_bias_correction, True, False),
    ):
        h = sign * g + 0.5 * w * coupled
        new_m, new_v = (m + h) / 2, 0.75 * v + 0.25 * h**2
        m_hat = new_m / (1 - 0.5**2) if corrected else new_m
        v_hat = new_v / (1 - 0.75**2) if corrected else new_v
        decayed = w if coupled else w * (1 - 0.1 * 0.5)
        new_w = decayed - 0.1 * m_hat / (v_hat**0.5 + 0.01)
        assert step(kernel) == pytest.approx([new_w, g, new_m, new_v], rel=1e-13)
    highest = [torch.tensor([9.0], dtype=torch.float64)]  # over the new v
    for kernel, clock in ((kernels.amsgrad, (2,)), (kernels.amsgrad_paper, ())):
        tensors = [[torch.tensor([x], dtype=torch.float64)] for x in (w, g, m, v)]
        kernel(*tensors, highest, *clock, **given)
        new_m = (m + sign * g + 0.5 * w) / 2
        m_hat = new_m / (1 - 0.5**2) if clock else new_m
        root = (9.0 / (1 - 0.75**2) if clock else 9.0) ** 0.5
        new_w = w - 0.1 * m_hat / (root + 0.01)
        assert tensors[0][0].item() == pytest.approx(new_w, rel=1e-13)
        assert highest[0].item() == 9.0
    for kernel, decay in ((kernels.sgd, 0.5), (kernels.descend, 0.0)):
        theta = [torch.tensor([w])]
        rest = {"lr": 0.25, "weight_decay": decay, "maximize": sign < 0}
        kernel(theta, [torch.tensor([g])], **rest)
        assert theta[0].item() == w - 0.25 * (sign * g + decay * w)


@pytest.mark.parametrize("sign", [1, -1])
def test_adagrad_is_the_formula(sign):
    """By hand: (2 + 0.5)² + 4 = 10.25 = s, and maximize makes (-2 + 0.5)² of it."""
    theta, s = [torch.tensor([1.0]).double()], [torch.tensor([4.0]).double()]
    g = [torch.tensor([2.0]).double()]
    rest = {"lr": 0.25, "eps": 0.5, "weight_decay": 0.5, "maximize": sign < 0}
    kernels.adagrad(theta, g, s, **rest)
    h = sign * 2 + 0.5
    assert s[0].item() == 4 + h**2
    expected = 1 - 0.25 * h / ((4 + h**2) ** 0.5 + 0.5)
    assert theta[0].item() == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize("lr", [1e-6, 1e-4, 0.1])
def test_momentum_is_the_formula_to_the_last_digit(lr):
    """m = μ m - η g and w = w + m, out of a kernel that knows neither."""
    w, g, m = torch.randn(3, 1000, generator=torch.Generator().manual_seed(0))
    given = {"momentum": 0.9, "weight_decay": 0.0, "maximize": False}
    new_m = 0.9 * m.double() - lr * g.double()
    new_w = w.double() + new_m
    kernels.momentum([w], [g], [m], lr=lr, **given)
    eps = torch.finfo(torch.float32).eps
    assert torch.allclose(m.double(), new_m, rtol=eps, atol=eps)
    assert torch.allclose(w.double(), new_w, rtol=eps, atol=2 * eps)


def test_momentum_keeps_its_digits_by_refusing():
    given = {"momentum": 0.9, "weight_decay": 0.0, "maximize": False}
    double = [[x.double()] for x in row()[:3]]
    single = [[x] for x in row()[:3]]
    for tensors, lr in ((double, 0.1), (single, 1e-9), (single, 0.0)):
        with pytest.raises(NotImplementedError):
            kernels.momentum(*tensors, lr=lr, **given)
        assert tensors[0][0].unique().item() == 1


@pytest.mark.parametrize(
    "kernel",
    [
        kernels.momentum,
        kernels.nesterov,
        kernels.sgdw,
        kernels.torch_momentum,
        kernels.torch_nesterov,
    ],
)
def test_without_momentum_the_formula_writes_the_buffer(kernel):
    """torch wants no buffer then, and says so with an error of its own."""
    tensors = [[x] for x in row()[:3]]
    given = {"lr": 0.1, "momentum": 0.0, "weight_decay": 0.0, "maximize": False}
    with pytest.raises(NotImplementedError):
        kernel(*tensors, **given)
    assert tensors[0][0].unique().item() == 1


SINGLE = torch.finfo(torch.float32).eps
# Longer than a block, so that the second of two passes has pieces to mix up.
LONG = slices.BLOCK + 5


def moved(kernel, *clock, **given):
    """What the kernel makes of [w, g, buffer], two of them; and what they were."""
    sizes, generator = (LONG, 7), torch.Generator().manual_seed(0)
    columns = [[torch.randn(n, generator=generator) for n in sizes] for _ in "wgm"]
    columns[2] = [x.square() for x in columns[2]]
    before = [[x.clone() for x in column] for column in columns]
    kernel(*columns, *clock, **given)
    assert all(map(torch.equal, columns[1], before[1]))  # the gradients
    rows = zip(columns[0], columns[2], *before, strict=True)
    return [[x.double() for x in row] for row in rows]


def same(ours, wanted):
    return torch.allclose(ours, wanted, rtol=4 * SINGLE, atol=4 * SINGLE)


@pytest.mark.parametrize("decay", [0.0, 0.5])
@pytest.mark.parametrize("sign", [1, -1])
def test_two_passes_are_the_formula(sign, decay):
    given = {"lr": 0.25, "momentum": 0.75, "weight_decay": decay, "maximize": sign < 0}
    for new_w, new_m, w, g, m in moved(kernels.nesterov, **given):
        h = sign * g + decay * w
        assert same(new_m, 0.75 * m - 0.25 * h)
        assert same(new_w, w + 0.75 * (0.75 * m - 0.25 * h) - 0.25 * h)
    for new_w, new_m, w, g, m in moved(kernels.sgdw, **given):
        assert same(new_m, 0.75 * m - 0.25 * sign * g)
        assert same(new_w, w * (1 - 0.25 * decay) + 0.75 * m - 0.25 * sign * g)


@pytest.mark.parametrize("decay", [0.0, 0.5])
@pytest.mark.parametrize("sign", [1, -1])
def test_rmsprop_is_the_formula(sign, decay):
    given = {"lr": 0.25, "eps": 0.5, "weight_decay": decay, "maximize": sign < 0}
    for kernel, alpha, *clock in (
        (kernels.rmsprop, 0.75),
        (kernels.rmsprop_warm_start, 0.0, 1),
        (kernels.rmsprop_warm_start, 0.75, 2),
    ):
        for new_w, new_v, w, g, v in moved(kernel, *clock, alpha=0.75, **given):
            h = sign * g + decay * w
            v = alpha * v + (1 - alpha) * h**2
            assert same(new_v, v)
            assert same(new_w, w - 0.25 * h / (v.sqrt() + 0.5))
    for new_w, new_s, w, g, s in moved(kernels.rms_normalized_sgd, 3, **given):
        h = sign * g + decay * w
        s = s + h**2
        assert same(new_s, s)
        assert same(new_w, w - 0.25 * h / ((s / 3).sqrt() + 0.5))


@pytest.mark.parametrize("sign", [1, -1])
def test_lars_is_the_formula(sign):
    given = {"lr": 0.5, "momentum": 0.75, "weight_decay": 0.25, "maximize": sign < 0}
    for new_w, new_m, w, g, m in moved(kernels.lars, trust_coefficient=0.5, **given):
        r = 0.5 * w.norm() / (g.norm() + 0.25 * w.norm())
        m = 0.75 * m - 0.5 * r * (sign * g + 0.25 * w)
        assert same(new_m, m)
        assert same(new_w, w + m)


@pytest.mark.parametrize("bad", [torch.inf, -torch.inf, torch.nan])
def test_a_gradient_that_is_lost_spoils_no_other(bad):
    """One scratch memory serves many tensors, one piece after another."""
    w, g, v = ([torch.ones(LONG), torch.ones(3)] for _ in range(3))
    g[0][1] = bad
    given = {"lr": 0.1, "alpha": 0.5, "eps": 0.0, "weight_decay": 0, "maximize": False}
    kernels.rmsprop(w, g, v, **given)
    spoilt = torch.cat([x.isnan().nonzero() for x in w])
    assert spoilt.tolist() == [[1]]


HALF = [torch.bfloat16, torch.float16]


@pytest.mark.parametrize("dtype", HALF)
def test_torch_loses_the_step_in_half_precision(dtype):
    """Why half precision is left to the formula. When this fails, torch is mended."""
    w, g = torch.zeros(64, dtype=dtype), torch.ones(64, dtype=dtype)
    given = {"weight_decay": 0.0, "momentum": 0.0, "dampening": 0.0, "lr": 1.0}
    given |= {"nesterov": False, "maximize": False, "is_first_step": False}
    torch._fused_sgd_([w], [g], [], **given)
    assert not w.any()
    with pytest.raises(NotImplementedError):
        kernels.sgd([w], [g], lr=1.0, weight_decay=0.0, maximize=False)
    kernels.descend([w], [g], lr=1.0, weight_decay=0.0, maximize=False)
    assert torch.equal(w, -g)


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("nesterov", [False, True])
def test_torch_momentum_is_the_formula(sign, nesterov):
    """By hand, for one number; a buffer of zeros is torch's first step."""
    kernel = kernels.torch_nesterov if nesterov else kernels.torch_momentum
    given = {"lr": 0.1, "momentum": 0.75, "weight_decay": 0.5, "maximize": sign < 0}
    for b in (0.5, 0.0):
        w, g, buffer = ([torch.tensor([x], dtype=torch.float64)] for x in (1.0, 2.0, b))
        kernel(w, g, buffer, **given)
        h = sign * 2.0 + 0.5
        new = 0.75 * b + h
        step = h + 0.75 * new if nesterov else new
        got = [w[0].item(), g[0].item(), buffer[0].item()]
        assert got == pytest.approx([1 - 0.1 * step, 2.0, new], rel=1e-14)
