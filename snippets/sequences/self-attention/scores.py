# kind: exact
"""What the two scores cost, for T queries and T keys of size d."""

# --8<-- [start:scores]
import torch

from chainrule.nn import AdditiveScore, dot_score

T, d, hidden = 1000, 64, 64
q, k = torch.randn(2, T, d)
additive = AdditiveScore(d, d, hidden)
shapes = {tuple(score(q, k).shape) for score in (dot_score, additive)}
matrices = 2 * d * d  # W_q and W_k, which either score needs
learned = sum(p.numel() for p in additive.parameters())
print("scores of either:", *shapes)
print(f"dot:      {matrices:,} numbers learned, {T * T * d:,} products")
print(f"additive: {learned:,} numbers learned, {T * T * hidden:,} tanh")
# --8<-- [end:scores]
