# kind: study
"""Thirty layers of torch.nn.Linear and ReLU as torch starts them.

Prints CSV: layer; the root mean square of its outputs, and of what of them
differs between samples, over that of the input; and the latter by (16.14).
Medians over the networks.
"""

# --8<-- [start:study]
import torch

SEEDS, WIDTH, LAYERS, SAMPLES = 5, 200, 30, 50


def rms(a):
    return a.square().mean().sqrt().item()


rows = []
for seed in range(SEEDS):
    torch.manual_seed(seed)
    y = torch.randn(SAMPLES, WIDTH, dtype=torch.float64)
    for _ in range(LAYERS):
        layer = torch.nn.Linear(WIDTH, WIDTH, dtype=torch.float64)
        y = torch.relu(layer(y))
        rows.append([rms(y), rms(y - y.mean(dim=0))])

print("layer,output,differs,derived")
medians = torch.tensor(rows).view(SEEDS, LAYERS, 2).median(dim=0).values
for layer, (output, differs) in enumerate(medians.tolist(), 1):
    derived = (1 / 6) ** (layer / 2)
    print(f"{layer},{output:.3g},{differs:.3g},{derived:.3g}")
# --8<-- [end:study]
