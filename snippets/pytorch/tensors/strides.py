# kind: exact
"""Views of one storage: where each of them finds its last number."""

# --8<-- [start:address]
import torch


def address(index, strides, offset):
    """Place in the storage of the number at an index, (17.1)."""
    steps = zip(index, strides, strict=True)
    return offset + sum(i * s for i, s in steps)


def contiguous(shape):
    """Strides of a tensor whose numbers lie in reading order, (17.2)."""
    strides = [1]
    for n in reversed(shape[1:]):
        strides.insert(0, n * strides[0])
    return tuple(strides)


# --8<-- [end:address]

# --8<-- [start:views]
x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
memory = x.as_strided((6,), (1,), 0)
views = {
    "x": x,
    "x.T": x.T,
    "x[:, 1]": x[:, 1],
    "x[:, ::2]": x[:, ::2],
    "x[1].expand(4, 3)": x[1].expand(4, 3),
}
for name, view in views.items():
    last = tuple(n - 1 for n in view.shape)
    place = address(last, view.stride(), view.storage_offset())
    print(
        f"{name:17}  shape {tuple(view.shape)!s:6}  "
        f"strides {view.stride()!s:6}  offset {view.storage_offset()}  "
        f"last: place {place}, {memory[place]:g}"
    )
# --8<-- [end:views]
