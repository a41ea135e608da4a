# kind: exact
"""Which constructors share the memory of an array, and which copy it."""

# --8<-- [start:memory]
import numpy as np
import torch

a = np.zeros(3)
made = {
    "torch.tensor(a)": torch.tensor(a),
    "torch.as_tensor(a)": torch.as_tensor(a),
    "torch.from_numpy(a)": torch.from_numpy(a),
    "torch.as_tensor(a, dtype=torch.float32)": torch.as_tensor(
        a, dtype=torch.float32
    ),
}
a[0] = 7.0
for name, x in made.items():
    print(f"{name:39}  {'shared' if x[0] == 7 else 'copied'}  {x.dtype}")

x = torch.zeros(3)
back, copy = x.numpy(), x.clone()
x += 1  # in place, so that the array sees it
print("x.numpy()", back, " x.clone()", copy.tolist())
# --8<-- [end:memory]
