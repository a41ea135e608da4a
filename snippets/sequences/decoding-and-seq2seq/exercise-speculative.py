# kind: exact
"""A draft that is accepted or replaced is distributed as the large model."""

# --8<-- [start:solution]
import torch

p = torch.tensor([0.5, 0.3, 0.2, 0.0])  # the large model
q = torch.tensor([0.2, 0.2, 0.2, 0.4])  # the draft
accepted = torch.minimum(p, q)  # q · min(1, p / q)
rest = (p - q).clamp(min=0)
said = accepted + (1 - accepted.sum()) * rest / rest.sum()
print("accepted:", f"{accepted.sum():.1f}", "of the drafts")
print("said:", *(f"{x:.1f}" for x in said))
# --8<-- [end:solution]
