# kind: exact
"""The first step under a gradient of 2: what bias correction is for."""

import torch

from chainrule.optim import Adam, AdamNoBiasCorrection

# --8<-- [start:first]


def first_step(optimizer_class, **options):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    w.grad = torch.full_like(w, 2.0)
    optimizer_class([w], lr=1e-3, **options).step()
    return -w.item()


rms_momentum = {"alpha": 0.999, "momentum": 0.9}
print(f"Adam                     {first_step(Adam):.4e}")
print(f"without bias correction  {first_step(AdamNoBiasCorrection):.4e}")
print(
    f"RMSprop + momentum       "
    f"{first_step(torch.optim.RMSprop, **rms_momentum):.4e}"
)
# --8<-- [end:first]
