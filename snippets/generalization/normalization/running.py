# kind: exact
"""Running averages over two batches: ours, torch's, the biased variance."""

# --8<-- [start:running]
import numpy as np
import torch

from chainrule.scratch.nn import BatchNorm1d

batches = np.array([[1.0, 3, 5, 7], [2, 2, 6, 6]])[:, :, None]
ours, theirs = BatchNorm1d(1), torch.nn.BatchNorm1d(1).double()
biased = 1.0
for x in batches:
    ours.forward(x)
    theirs(torch.tensor(x))
    biased = 0.9 * biased + 0.1 * x.var()
print(f"ours  mean {ours.running_mean[0]:.3f} var {ours.running_var[0]:.3f}")
mean, var = theirs.running_mean.item(), theirs.running_var.item()
print(f"torch mean {mean:.3f} var {var:.3f}")
print(f"with the biased variance {biased:.3f}")
# --8<-- [end:running]
