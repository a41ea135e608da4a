# kind: numeric
"""Three crops, two classes: two ways to average, and what the loss says."""

# --8<-- [start:average]
import torch

logits = torch.tensor([[2.0, 0], [1, 0], [-4, 0]])  # one row a crop
p = logits.softmax(dim=1)
mean_p, of_mean = p.mean(dim=0), logits.mean(dim=0).softmax(dim=0)
print("each crop    ", *(f"{v:.3f}" for v in p[:, 0]))
print(f"probabilities {mean_p[0]:.3f}, loss {-mean_p[0].log():.3f}")
print(f"logits        {of_mean[0]:.3f}, loss {-of_mean[0].log():.3f}")
print(f"mean of the losses   {-p[:, 0].log().mean():.3f}")
# --8<-- [end:average]
