import pytest
import torch

from chainrule.nn import Maxout

UNIT = "maxout"


@pytest.mark.parametrize(("d", "m", "k"), [(3, 2, 4), (1, 1, 2), (4, 3, 1), (2, 5, 2)])
@pytest.mark.parametrize("batch", [(), (6,), (2, 3)])
def test_is_the_paper_s_maximum(agree, d, m, k, batch):
    torch.manual_seed(0)
    ours = Maxout(d, m, k, dtype=torch.float64)
    x = torch.randn(*batch, d, dtype=torch.float64, requires_grad=True)
    x_oracle = x.detach().clone().requires_grad_()
    W = ours.linear.weight.detach().reshape(m, k, d).requires_grad_()
    b = ours.linear.bias.detach().reshape(m, k).requires_grad_()
    y, oracle = ours(x), (torch.einsum("...d,ikd->...ik", x_oracle, W) + b).amax(-1)
    upstream = torch.randn_like(y)
    y.backward(upstream)
    oracle.backward(upstream)
    against = "torch.amax"
    agree(UNIT, y, oracle, 1e-14, against=against)
    agree(UNIT, x.grad, x_oracle.grad, 1e-13, against=against)
    by_W, by_b = (p.grad for p in ours.parameters())
    agree(UNIT, by_W.reshape(m, k, d), W.grad, 1e-13, against=against)
    agree(UNIT, by_b.reshape(m, k), b.grad, 1e-13, against=against)


def test_of_several_winners_one_has_the_gradient():
    ours = Maxout(1, 1, 3)
    with torch.no_grad():
        for p in ours.parameters():
            p.fill_(1)
    ours(torch.ones(1, 1)).backward()
    assert sorted(ours.linear.bias.grad.tolist()) == [0, 0, 1]


def test_device_and_dtype_are_passed_on():
    for p in Maxout(2, 3, device="meta", dtype=torch.float16).parameters():
        assert p.device.type == "meta"
        assert p.dtype is torch.float16


def test_no_pieces():
    with pytest.raises(ValueError, match="no pieces: num_pieces 0"):
        Maxout(2, 3, 0)
