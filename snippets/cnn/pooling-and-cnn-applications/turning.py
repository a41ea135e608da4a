# kind: exact
"""A filter's answer to its pattern: moved, turned, enlarged."""

# --8<-- [start:turning]
import numpy as np

from chainrule.scratch.nn import conv2d_loops

w = 2 * np.eye(3) - 1  # a falling stroke: 1 on it, -1 beside it
x = np.zeros((12, 12))
x[2:5, 2:5] = np.eye(3)


def answers(x, w):
    return conv2d_loops(x[None], w[None, None])[0]


changed = {
    "as it is": x,
    "moved": np.roll(x, (3, 4), (0, 1)),
    "turned by 90°": np.rot90(x),
    "enlarged twice": x[:6, :6].repeat(2, 0).repeat(2, 1),
}
for name, picture in changed.items():
    print(f"{name:15} best answer {answers(picture, w).max():.0f}")
turned = answers(np.rot90(x), np.rot90(w))
print("picture and filter turned:", end=" ")
print(np.array_equal(turned, np.rot90(answers(x, w))))
# --8<-- [end:turning]
