"""Stochastic gradient descent without momentum (Robbins and Monro, 1951)."""

# --8<-- [start:sgd]
import torch


class SGD(torch.optim.Optimizer):
    """theta = theta - lr * gradient, for every parameter that has one.

    Raises ValueError for a negative or undefined lr, in any group.
    """

    def __init__(self, params, lr=1e-3):
        super().__init__(params, {"lr": lr})

    def add_param_group(self, group):
        lr = group.get("lr", self.defaults["lr"])
        if not lr >= 0:
            raise ValueError(f"Invalid learning rate: {lr}")
        super().add_param_group(group)

    @torch.no_grad()
    def step(self, closure=None):
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            for theta in group["params"]:
                if theta.grad is not None:
                    theta.add_(theta.grad, alpha=-group["lr"])  # (2.11)
        return loss


# --8<-- [end:sgd]
