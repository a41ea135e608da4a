# kind: exact
"""Which operations give a view, and which a copy."""

# --8<-- [start:views]
import torch

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])


def same_memory(a, b):
    a, b = a.untyped_storage(), b.untyped_storage()
    return a.data_ptr() == b.data_ptr()


for name, y in {
    "x[0]": x[0],
    "x[:, 1:]": x[:, 1:],
    "x.T": x.T,
    "x.view(3, 2)": x.view(3, 2),
    "x.reshape(3, 2)": x.reshape(3, 2),
    "x.T.reshape(6)": x.T.reshape(6),
    "x.T.contiguous()": x.T.contiguous(),
    "x[[0]]": x[[0]],
    "x[x > 2]": x[x > 2],
    "x.clone()": x.clone(),
}.items():
    kind = "view" if same_memory(x, y) else "copy"
    order = "contiguous" if y.is_contiguous() else ""
    print(f"{name:16}  {kind}  {order}".rstrip())

print("x.T            ", x.T.tolist())
print("x.reshape(3, 2)", x.reshape(3, 2).tolist())
# --8<-- [end:views]
