# kind: exact
"""A recurrent network of one number, by hand and as a layer."""

# --8<-- [start:recurrent]
import torch

from chainrule.nn import RNN

x, w_x, w_h = [1.0, 0.0, 0.0], 1.0, 0.5
h = torch.zeros(())
for x_t in x:
    h = torch.tanh(w_x * x_t + w_h * h)
    print(f"{h:.3f}", end=" ")
print("by hand")

layer = RNN(1, 1, bias=False)
with torch.no_grad():
    layer.weight_ih_l0.fill_(w_x)
    layer.weight_hh_l0.fill_(w_h)
states, last = layer(torch.tensor(x)[:, None])
print(*(f"{s:.3f}" for s in states.flatten()), "as a layer")
# --8<-- [end:recurrent]
