# kind: exact
"""One distribution under temperature, top-k and top-p."""

# --8<-- [start:sampling]
import torch

from chainrule.generation import keep_top_k, keep_top_p, with_temperature

p = torch.tensor([0.4, 0.2, 0.15, 0.1, 0.08, 0.04, 0.02, 0.01])
logits = p.log()
print("         ", *(f"{x:5.2f}" for x in p))
for name, changed in {
    "T = 0.5  ": with_temperature(logits, 0.5),
    "T = 2    ": with_temperature(logits, 2),
    "top-k 3  ": keep_top_k(logits, 3),
    "top-p 0.8": keep_top_p(logits, 0.8),
}.items():
    print(name, *(f"{x:5.2f}" for x in changed.softmax(-1)))
# --8<-- [end:sampling]
