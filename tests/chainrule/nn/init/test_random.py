import pytest
import torch

from chainrule.nn import init

UNIT = "gaussian-initialization"
GIVEN = {
    "normal_": [(), (0.0, 0.01), (3.0, 2.0), (-1.0, 0.0)],
    "uniform_": [(), (-2.0, 3.0), (1.0, 1.0)],
}
CASES = [(name, given) for name, several in GIVEN.items() for given in several]


@pytest.mark.parametrize(("name", "given"), CASES)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.bfloat16])
def test_are_torchs_to_the_bit(agree, name, given, dtype):
    """With one generator, given or not."""
    for seeded in (True, False):
        found = []
        for module in (init, torch.nn.init):
            torch.manual_seed(3)
            named = {"generator": torch.Generator().manual_seed(4)} if seeded else {}
            w = torch.nn.Parameter(torch.empty(30, 7, dtype=dtype))
            assert getattr(module, name)(w, *given, **named) is w
            found.append(w.detach().float())
        agree(UNIT, *found, 0, against=f"torch.nn.init.{name}")


def test_the_deviation_of_the_notes():
    w = init.normal_(torch.empty(400, 500), std=0.01)
    assert w.std().item() == pytest.approx(0.01, rel=0.01)
    assert w.mean().abs() < 1e-4


@pytest.mark.parametrize(
    "draw", [lambda m, w: m.normal_(w, 0, -1), lambda m, w: m.uniform_(w, 2, 1)]
)
def test_what_torch_refuses(draw):
    for module in (init, torch.nn.init):
        with pytest.raises(RuntimeError):
            draw(module, torch.empty(2))
