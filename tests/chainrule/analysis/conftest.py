import pytest
import torch


@pytest.fixture
def network():
    """network(seed): loss of a small network with three parameters, and these."""

    def build(seed=0, dtype=torch.float64):
        generator = torch.Generator().manual_seed(seed)
        X, t = (torch.randn(n, generator=generator, dtype=dtype) for n in (9, 9))
        shapes = [(3, 1), (3,), (3,)]
        parameters = [
            torch.randn(s, generator=generator, dtype=dtype, requires_grad=True)
            for s in shapes
        ]

        def loss(w, b, v):
            return ((torch.tanh(X[:, None] @ w.T + b) @ v - t) ** 2).mean()

        return loss, parameters

    return build
