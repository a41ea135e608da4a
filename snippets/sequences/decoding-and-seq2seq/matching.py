# kind: exact
"""Two objects, three predictions: who is who, and what it costs."""

# --8<-- [start:matching]
import torch

from chainrule.nn import SetCriterion, set_matching

# boxes as (cx, cy, width, height); classes cat, dog, and "no object"
targets = torch.tensor([[0.3, 0.5, 0.4, 0.6], [0.6, 0.5, 0.4, 0.4]])
labels = torch.tensor([0, 1])
boxes = torch.tensor(
    [[0.65, 0.5, 0.4, 0.4], [0.5, 0.2, 0.2, 0.2], [0.35, 0.5, 0.4, 0.6]]
)
p = torch.tensor([[0.3, 0.6, 0.1], [0.1, 0.1, 0.8], [0.7, 0.2, 0.1]])

criterion = SetCriterion(num_classes=2)
cost = criterion.box_loss(boxes, targets) - p.T[labels]
print("cost of cat:", *(f"{c:5.2f}" for c in cost[0]))
print("cost of dog:", *(f"{c:5.2f}" for c in cost[1]))
print("matched with predictions", set_matching(cost).tolist())
print(f"loss {criterion(p.log(), boxes, labels, targets):.3f}")
other = [1, 0]  # the same objects, listed the other way round
moved = criterion(p.log(), boxes, labels[other], targets[other])
print(f"loss {moved:.3f}, objects in the other order")
# --8<-- [end:matching]
