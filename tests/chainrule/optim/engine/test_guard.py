import operator

import pytest
import torch

from chainrule.optim.engine import guard, kernels


def row(n=6):
    return [torch.full((n,), x) for x in (1.0, 2.0, 0.5, 0.25)]


def fits(*rows):
    return guard.fits([*map(list, zip(*rows, strict=True))])


def test_rows_that_a_kernel_may_have():
    assert fits(row(), row(3))
    assert fits([x.double() for x in row()])


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize(
    "spoil",
    [
        lambda x: torch.stack([x, x], 1)[:, 0],
        lambda x: x[:1].expand(6),
        lambda x: x.double(),
        lambda x: x[:5],
        lambda x: torch.cat([x, x]),
    ],
    ids=["strided", "expanded", "other dtype", "shorter", "longer"],
)
def test_one_tensor_that_differs_spoils_its_row(spoil, place):
    """In this torch the kernel would take it and go wrong, or read beyond its end."""
    spoilt = row()
    spoilt[place] = spoil(spoilt[place])
    assert not fits(spoilt)
    assert not fits(row(), spoilt)
    given = {"lr": 0.1, "betas": (0.5, 0.75), "eps": 0.01}
    given |= {"weight_decay": 0.5, "maximize": False}
    good, before = row(), spoilt[0].clone()
    columns = [*map(list, zip(spoilt, good, strict=True))]
    (left,) = guard.step(kernels.adam, columns, (1,), given)
    assert all(map(operator.is_, left, spoilt))
    assert torch.equal(spoilt[0], before)
    assert (good[0] != 1).all()


def test_a_kernel_may_refuse_and_its_faults_are_not_hidden():
    tensors = [[x] for x in row()[:2]]
    for error in (NotImplementedError, AttributeError):

        def kernel(w, g, error=error):
            raise error

        if error is NotImplementedError:
            (left,) = guard.step(kernel, tensors, (), {})
            assert all(x is y for x, (y,) in zip(left, tensors, strict=True))
        else:
            with pytest.raises(AttributeError):
                guard.step(kernel, tensors, (), {})


@pytest.mark.parametrize(
    "x", [torch.ones(3, dtype=torch.complex64), torch.ones(3).long(), torch.ones(0)]
)
def test_no_kernel_for_these(x):
    assert not fits([x, x, x, x])


def test_torch_is_wrong_where_strides_differ():
    """Why the guard is there. When this fails, torch has mended it."""
    w, g = torch.zeros(2, 3), torch.arange(6.0).view(3, 2).T
    zeros = [torch.zeros(2, 3), torch.zeros(2, 3)]
    kernels.sgd([w], [g], lr=1.0, weight_decay=0.0, maximize=False)
    assert not torch.equal(w, -g)
    assert torch.equal(w.view(-1), -g.T.reshape(-1))  # paired as they lie in memory
    assert not fits([w, g, *zeros])
