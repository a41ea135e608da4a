import pytest
import torch
from helpers.norms import CASES, knows

from chainrule import nn

NAMES = sorted(CASES)
ARGS = {"LayerNorm": (4,), "RMSNorm": (4,), "GroupNorm": (2, 4)}


@pytest.mark.parametrize("name", NAMES)
def test_starts_and_saves_as_torchs_does(name):
    """State dicts are interchangeable, both ways and with and without buffers."""
    args = ARGS.get(name, (4,))
    for keywords in ({}, {"dtype": torch.float16}, *options(name)):
        ours = getattr(nn, name)(*args, **keywords)
        theirs = getattr(torch.nn, name)(*args, **keywords)
        mine, other = ours.state_dict(), theirs.state_dict()
        assert list(mine) == list(other)
        for key in mine:
            assert mine[key].dtype == other[key].dtype
            assert torch.equal(mine[key], other[key])
        theirs.load_state_dict(mine)
        ours.load_state_dict(other)


def options(name):
    if name in ("LayerNorm", "RMSNorm"):
        found = [{"elementwise_affine": False}]
    else:
        found = [{"affine": False}, {"affine": True}]
    if "Batch" in name or "Instance" in name:
        found += [{"track_running_stats": on} for on in (False, True)]
    if name == "LayerNorm" or knows(getattr(torch.nn, name), "bias"):
        found += [{"bias": False}] * (name != "RMSNorm")
    return found


@pytest.mark.parametrize("name", NAMES)
def test_device_and_attributes_are_torchs(name):
    args = ARGS.get(name, (4,))
    ours = getattr(nn, name)(*args, device="meta")
    assert {t.device.type for t in (*ours.parameters(), *ours.buffers())} <= {"meta"}
    theirs, made = getattr(torch.nn, name)(*args), getattr(nn, name)(*args)
    public = [n for n in vars(theirs) if not n.startswith("_") and n != "training"]
    for attribute in public:
        assert getattr(made, attribute) == getattr(theirs, attribute), attribute
    assert repr(made).startswith(repr(theirs).split("eps")[0])


@pytest.mark.parametrize("name", NAMES)
def test_whole_numbers_are_refused(name):
    """Integer means would be nonsense; torch refuses, too."""
    args, shape = ARGS.get(name, (4,)), (2, 4, 3, 3)
    shape = {"BatchNorm1d": (2, 4), "LayerNorm": (2, 4), "RMSNorm": (2, 4)}.get(
        name, shape
    )
    with pytest.raises(TypeError, match=r"must be floating point, got torch\.int64"):
        getattr(nn, name)(*args)(torch.ones(shape, dtype=torch.int64))


@pytest.mark.parametrize("name", NAMES)
def test_a_negative_eps_is_refused(name):
    with pytest.raises(ValueError, match="eps must not be negative, got -1"):
        getattr(nn, name)(*ARGS.get(name, (4,)), eps=-1)


@pytest.mark.parametrize("half", [torch.bfloat16, torch.float16])
@pytest.mark.parametrize("name", NAMES)
def test_half_precision_is_widened(name, half):
    """Sums of thousands of float16 would overflow; torch widens, too."""
    args = ARGS.get(name, (4,))
    shape = (64, 4) if name in ("BatchNorm1d", "LayerNorm", "RMSNorm") else (8, 4, 5, 5)
    x = (300 * torch.randn(shape) + 500).to(half)
    ours, theirs = (getattr(m, name)(*args) for m in (nn, torch.nn))
    y = ours(x)
    assert y.dtype == half
    if name != "RMSNorm":  # torch's wants weights of x's dtype
        eps = torch.finfo(half).eps
        torch.testing.assert_close(y, theirs(x), rtol=eps, atol=2 * eps)


@pytest.mark.parametrize("name", ["BatchNorm2d", "InstanceNorm2d"])
def test_a_reset_forgets(name):
    layer = getattr(nn, name)(3, track_running_stats=True, affine=True)
    layer(torch.randn(4, 3, 5, 5))
    torch.nn.init.normal_(layer.weight)
    layer.reset_running_stats()
    layer.reset_parameters()
    fresh = getattr(nn, name)(3, track_running_stats=True, affine=True)
    for key, value in layer.state_dict().items():
        assert torch.equal(value, fresh.state_dict()[key])
    getattr(nn, name)(3, track_running_stats=False).reset_running_stats()


def test_mistake_19():
    """No decay on norms: the rule "matrices alone" finds them all."""
    parts = nn.Linear(4, 4), nn.BatchNorm1d(4), nn.LayerNorm(4), nn.GroupNorm(2, 4)
    model = nn.Sequential(*parts, nn.RMSNorm(4))
    decayed = [name for name, p in model.named_parameters() if p.ndim > 1]
    assert decayed == ["0.weight"]
