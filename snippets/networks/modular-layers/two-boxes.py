# kind: numeric
"""Softmax and cross-entropy as two boxes, and as one."""

# --8<-- [start:boxes]
import numpy as np

from chainrule.scratch.nn import CrossEntropyLoss, Layer, Loss


class Softmax(Layer):
    def forward(self, z):
        power = np.exp(z - z.max(axis=1, keepdims=True))
        y = power / power.sum(axis=1, keepdims=True)
        self.keep(y)
        return y

    def backward(self, dy):
        (y,) = self.take()
        mean = (dy * y).sum(axis=1, keepdims=True)
        return y * (dy - mean)  # (15.9)


class NegativeLog(Loss):
    @staticmethod
    def value(y, t):
        return -np.log(y[np.arange(len(t)), t]).mean()

    @staticmethod
    def gradient(y, t):
        rows, dy = np.arange(len(t)), np.zeros_like(y)
        dy[rows, t] = -1 / y[rows, t] / len(t)
        return dy


# --8<-- [end:boxes]

# --8<-- [start:compare]
t = np.array([1])
for gap, dtype in ((1, "float64"), (200, "float32"), (1000, "float64")):
    z = np.array([[gap, 0]], dtype)  # the wrong class is ahead
    softmax, log, one = Softmax(), NegativeLog(), CrossEntropyLoss()
    with np.errstate(divide="ignore", invalid="ignore"):
        E = log.forward(softmax.forward(z), t)
        dz = softmax.backward(log.backward())
    print(f"{dtype}, z = {gap}, 0")
    print(f"  two boxes: E {E:.4f}, dz {dz.round(4).tolist()}")
    E, dz = one.forward(z, t), one.backward()
    print(f"  one box:   E {E:.4f}, dz {dz.round(4).tolist()}")
# --8<-- [end:compare]
