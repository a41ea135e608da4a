# kind: study
"""Lookahead under noise, beside SGD with the same and with half the rate."""

# --8<-- [start:noise]
import torch


def run(lr, alpha, steps=1000, k=5):
    """Loss of a thousand runs in a noisy bowl; mean late, and at step 25."""
    generator = torch.Generator().manual_seed(0)
    curvature = torch.tensor([1.0, 0.1])
    fast = torch.full((1000, 2), 5.0)
    slow, late = fast, []
    for step in range(1, steps + 1):
        noise = torch.randn(fast.shape, generator=generator)
        fast = fast - lr * (curvature * fast + noise)
        if step % k == 0:
            slow = fast = slow + alpha * (fast - slow)
            loss = (curvature * slow**2).sum(dim=1) / 2
            late.append(loss)
            if step == 25:
                early = loss.mean()
    return early, torch.stack(late[len(late) // 2 :]).mean()


print("                      step 25  late")
for name, lr, alpha in (
    ("SGD, rate 0.1", 0.1, 1.0),
    ("Lookahead, rate 0.1", 0.1, 0.5),
    ("SGD, rate 0.05", 0.05, 1.0),
):
    early, late = run(lr, alpha)
    print(f"{name:20}  {early:7.2f}  {late:.4f}")
# --8<-- [end:noise]
