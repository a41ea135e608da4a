# kind: exact
"""The derivative of x + f(x) has the identity in it."""

# --8<-- [start:jacobian]
import torch

W = torch.tensor([[0.5, 0.2], [0.0, 0.1]], dtype=torch.float64)


def deep(x, blocks, residual):
    for _ in range(blocks):
        x = x + W @ x if residual else W @ x
    return x


x = torch.ones(2, dtype=torch.float64)
for blocks in (1, 2, 12):
    for residual in (False, True):

        def way(x, blocks=blocks, residual=residual):
            return deep(x, blocks, residual)

        J = torch.autograd.functional.jacobian(way, x)
        rows = ["  ".join(f"{a:8.3g}" for a in row) for row in J]
        print(f"{blocks:2}", "x + f(x)" if residual else "    f(x)", end="")
        print("", *rows, sep="  |")
# --8<-- [end:jacobian]
