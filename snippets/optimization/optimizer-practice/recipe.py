# kind: study
"""AdamW, warm-up, cosine and clipping, in the loop that many start from.

Prints CSV: at some steps the rate, the length of the gradient before it is
clipped, the loss of the batch, and the test accuracy.
"""

# --8<-- [start:data]
import torch
from sklearn.datasets import load_digits

torch.manual_seed(0)
digits = load_digits()
X = torch.tensor(digits.data / 16, dtype=torch.float32)
t, rows = torch.tensor(digits.target), torch.randperm(len(digits.data))
train, test = rows[:1400], rows[1400:]
model = torch.nn.Sequential(
    torch.nn.Linear(64, 64),
    torch.nn.LayerNorm(64),
    torch.nn.ReLU(),
    torch.nn.Linear(64, 10),
)
# --8<-- [end:data]

# --8<-- [start:recipe]
import math

STEPS, WARM, LR, DECAY, LONGEST = 150, 10, 3e-3, 0.1, 1.0

matrices = [p for p in model.parameters() if p.ndim > 1]
vectors = [p for p in model.parameters() if p.ndim < 2]  # biases, gains
optimizer = torch.optim.AdamW(
    [
        {"params": matrices, "weight_decay": DECAY},
        {"params": vectors, "weight_decay": 0.0},
    ],
    lr=LR,
)


def factor(step):
    """Up to 1 in a straight line, then down to 0 along a cosine."""
    past = (step - WARM) / (STEPS - WARM)
    return min((step + 1) / WARM, (1 + math.cos(math.pi * max(past, 0))) / 2)


schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)

print("step,rate,length,loss,accuracy")
for step in range(STEPS):
    batch = train[torch.randint(len(train), (50,))]
    loss = torch.nn.functional.cross_entropy(model(X[batch]), t[batch])
    optimizer.zero_grad()
    loss.backward()
    length = torch.nn.utils.clip_grad_norm_(model.parameters(), LONGEST)
    if step in (0, WARM - 1, STEPS // 2, STEPS - 1):
        rate, found = schedule.get_last_lr()[0], model(X[test]).argmax(1)
        hits = (found == t[test]).float().mean()
        print(f"{step},{rate:.1e},{length:.3f},{loss:.4f},{hits:.3f}")
    optimizer.step()
    schedule.step()
# --8<-- [end:recipe]
