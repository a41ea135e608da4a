# kind: exact
"""A convolution as the matrix of a dense layer."""

# --8<-- [start:matrix]
import numpy as np
import torch


def matrix_of(layer, shape):
    """Columns: the responses to a picture that is 1 at one place."""
    impulses = np.eye(np.prod(shape)).reshape(-1, *shape)
    return layer(torch.tensor(impulses)).flatten(1).numpy().T


K = np.arange(1.0, 10).reshape(1, 1, 3, 3)
with torch.no_grad():
    conv = torch.nn.Conv2d(1, 1, 3, bias=False, dtype=torch.float64)
    conv.weight.copy_(torch.tensor(K))
    M = matrix_of(conv, (1, 6, 6))
    x = np.random.default_rng(0).normal(size=(1, 1, 6, 6))
    y = conv(torch.tensor(x)).numpy().ravel()
print(
    "M is", M.shape, "and M x the convolution:", np.allclose(M @ x.ravel(), y)
)
print(f"{M.size} entries, {np.count_nonzero(M)} of them not 0,", end=" ")
print(f"{len(np.unique(M[M != 0]))} different ones")
for row in M[:5].astype(int):
    print("".join(str(n) if n else "." for n in row))
# --8<-- [end:matrix]
