# kind: numeric
"""The recursion of delta beside the chain of layers."""

# --8<-- [start:compare]
import numpy as np

from chainrule.scratch.models.deep import MLP, as_layers
from chainrule.scratch.nn import HalfSquaredErrorLoss, relu, sigmoid, tanh

rng = np.random.default_rng(0)
x, t = rng.normal(size=(6, 3)), rng.uniform(size=(6, 2))
for f in (sigmoid, tanh, relu):
    model = MLP(3, [4], 2, activation=f, output=f, rng=0)
    chain, half = as_layers(model), HalfSquaredErrorLoss()
    half.forward(model.forward(x), t)
    model.backward(half.backward())  # delta(2), then delta(1)

    half.forward(chain.forward(x), t)
    signal, signals = half.backward(), []
    for layer in reversed(chain.layers):
        signal = layer.backward(signal)
        signals.append(signal)
    last, _, first, _ = signals  # out of f, Linear, f, Linear

    pairs = [(last, model.delta[2]), (first, model.delta[1])]
    pairs += [*zip(chain.grads, model.grads, strict=True)]
    apart = max(np.abs(a - b).max() for a, b in pairs)
    same = all(np.array_equal(a, b) for a, b in pairs)
    print(f"{f.__name__:7}  to the bit: {same},  1e-15: {apart < 1e-15}")
# --8<-- [end:compare]
