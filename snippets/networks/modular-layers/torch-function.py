# kind: numeric
"""The linear layer as a function of torch's with a backward of its own."""

# --8<-- [start:function]
import torch


class LinearFunction(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, weight, bias):
        ctx.save_for_backward(x, weight)  # keep
        return x @ weight.T + bias  # (15.2)

    @staticmethod
    def backward(ctx, dy):
        x, weight = ctx.saved_tensors  # take
        return dy @ weight, dy.T @ x, dy.sum(dim=0)  # (15.4)


class Untransposed(LinearFunction):  # right shapes only where K = d
    @staticmethod
    def backward(ctx, dy):
        x, weight = ctx.saved_tensors
        return dy @ weight.T, dy.T @ x, dy.sum(dim=0)


torch.manual_seed(0)
shapes = (5, 3), (3, 3), (3,)
x, W, b = (torch.randn(s, dtype=torch.float64) for s in shapes)
arrays = [a.requires_grad_() for a in (x, W, b)]
for function in (LinearFunction, Untransposed):
    right = torch.autograd.gradcheck(
        function.apply, arrays, raise_exception=False
    )
    print(function.__name__, right)
# --8<-- [end:function]
