# kind: exact
"""What layers and losses refuse, and one thing that they do not."""

# --8<-- [start:errors]
import numpy as np

from chainrule.scratch.nn import CrossEntropyLoss, Linear, ReLU, Sequential


def attempt(title, call):
    try:
        print(f"{title}: {call()}")
    except (RuntimeError, TypeError, ValueError) as error:
        print(f"{title}\n  {type(error).__name__}: {error}")


x, dy = np.ones((4, 3)), np.ones((4, 2))
layer, relu, loss = Linear(3, 2, rng=0), ReLU(), CrossEntropyLoss()
attempt("back before forth", lambda: layer.backward(dy))
layer.forward(x)
layer.backward(dy)
attempt("back twice", lambda: layer.backward(dy))
attempt("one sample without a row", lambda: layer.forward(x[0]))
attempt("too many features", lambda: layer.forward(np.ones((4, 5))))
attempt("complex", lambda: layer.forward(x + 1j))
attempt("a layer twice", lambda: Sequential(layer, relu, layer))
attempt("classes as floats", lambda: loss.forward(dy, np.ones(4)))
attempt("no samples", lambda: loss.forward(dy[:0], np.ones(0, int)))
attempt("whole numbers become", lambda: layer.forward(x.astype(int)).dtype)
relu.forward(dy)
attempt("dy (4, 1) for (4, 2)", lambda: relu.backward(dy[:, :1]).shape)
# --8<-- [end:errors]
