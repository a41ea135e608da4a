# kind: study
"""Lookahead under noise, beside SGD with the same and with half the rate."""

# --8<-- [start:noise]
import torch

RUNS, STEPS = 1000, 1000


def run(lr, alpha, k=5):
    """Loss in a noisy bowl: at step 25, and mean of the second half."""
    generator = torch.Generator().manual_seed(0)
    curvature = torch.tensor([1.0, 0.1])
    fast = torch.full((RUNS, 2), 5.0)
    slow, late = fast, []
    for step in range(1, STEPS + 1):
        noise = torch.randn(fast.shape, generator=generator)
        fast = fast - lr * (curvature * fast + noise)
        if step % k == 0:
            slow = fast = slow + alpha * (fast - slow)
            loss = (curvature * slow**2).sum(dim=1) / 2
            late.append(loss)
            if step == 25:
                early = loss.mean()
    return early, torch.stack(late[len(late) // 2 :]).mean()


print("method,rate,at_step_25,late")
for name, lr, alpha in (
    ("SGD", 0.1, 1.0),
    ("Lookahead", 0.1, 0.5),
    ("SGD", 0.05, 1.0),
):
    early, late = run(lr, alpha)
    print(f"{name},{lr},{early:.2f},{late:.4f}")
# --8<-- [end:noise]
