# kind: exact
"""In-place operations, and what automatic differentiation says of them."""

# --8<-- [start:in-place]
import torch


def gradient(change):
    """Gradient of the sum of e^w after a change, or what is refused."""
    w = torch.tensor([0.0, 1.0], requires_grad=True)
    try:
        change(w).sum().backward()
    except RuntimeError as error:
        words = "modified by an inplace operation"
        return words if words in str(error) else str(error)
    return [round(g, 4) for g in w.grad.tolist()]


print("w.exp() + 1      ", gradient(lambda w: w.exp() + 1))
print("w.exp().add_(1)  ", gradient(lambda w: w.exp().add_(1)))
print("(w * 2).add_(1)  ", gradient(lambda w: (w * 2).add_(1)))

w = torch.tensor([0.0, 1.0], requires_grad=True)
with torch.no_grad():
    w -= 0.5  # how an optimizer steps
print("after the step   ", w.tolist(), w.requires_grad)
# --8<-- [end:in-place]
