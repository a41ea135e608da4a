# kind: study, tested with SEEDS=3 RATES=(0.003,) STEPS=100
"""Plain and residual networks of 20 and 56 layers on handwritten digits.

Prints CSV: network, layers, rate, step; median, lowest and highest training
loss; medians of the training error and the test error. All networks of a kind
train at once, as one batch of matrices.
"""

# --8<-- [start:networks]
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

from chainrule.optim import Adam

SEEDS, WIDTH, STEPS, BATCH = 10, 16, 600, 100
RATES = 0.0003, 0.001, 0.003, 0.01
KINDS = (
    *(("plain", 20), ("plain", 56), ("plain from a copy", 56)),
    *(("residual", 20), ("residual", 56)),
)

torch.set_num_threads(1)  # on matrices this small a second one only waits
X, t = (torch.tensor(part) for part in load_digits(return_X_y=True))
X = X.float() / 16 - 0.3
order = torch.randperm(len(t), generator=torch.Generator().manual_seed(0))
train, test = order.split([1000, 797])


class Networks(torch.nn.Module):
    """SEEDS networks side by side; logits (SEEDS, N, 10) for x (N, 64)."""

    def __init__(self, kind, layers, generator):
        super().__init__()
        self.residual = kind == "residual"

        def he(outputs, inputs, gain=2.0):
            W = torch.randn(SEEDS, outputs, inputs, generator=generator)
            return W * (gain / inputs) ** 0.5

        self.first = torch.nn.Parameter(he(WIDTH, 64))
        self.last = torch.nn.Parameter(he(10, WIDTH, 1.0))
        inner = [he(WIDTH, WIDTH) for _ in range(layers - 2)]
        if kind == "plain from a copy":  # layers after 20 pass y on, (28.2)
            inner[18:] = torch.eye(WIDTH).expand(layers - 20, SEEDS, -1, -1)
        if self.residual:  # F starts at zero: so does every block, (28.3)
            inner[1::2] = [0 * W for W in inner[1::2]]
        self.inner = torch.nn.Parameter(torch.stack(inner))
        self.b = torch.nn.Parameter(torch.zeros(layers - 1, SEEDS, 1, WIDTH))

    def forward(self, x):
        W, b = self.inner.unbind(), self.b.unbind()
        y = torch.relu(x @ self.first.mT + b[0])
        for k in range(0, len(W), 2):  # two layers are a block
            F = torch.relu(torch.baddbmm(b[k + 1], y, W[k].mT))
            F = torch.baddbmm(b[k + 2], F, W[k + 1].mT)
            y = torch.relu(y + F if self.residual else F)
        return y @ self.last.mT


# --8<-- [end:networks]


# --8<-- [start:study]
def losses(networks, rows):
    """Cross-entropy and share of errors of each network on these rows."""
    with torch.no_grad():
        logits, targets = networks(X[rows]), t[rows].expand(SEEDS, -1)
    loss = cross_entropy(logits.mT, targets, reduction="none").mean(1)
    return loss, (logits.argmax(2) != targets).float().mean(1)


def course(kind, layers, rate):
    """Yield the step and what the losses are, every fifty steps."""
    starts, batches = (torch.Generator().manual_seed(s) for s in (0, 1))
    networks = Networks(kind, layers, starts)
    optimizer = Adam(networks.parameters(), lr=rate)
    for step in range(STEPS + 1):
        if step % 50 == 0:
            yield step, *losses(networks, train), losses(networks, test)[1]
        rows = train[torch.randint(len(train), (BATCH,), generator=batches)]
        logits, targets = networks(X[rows]).mT, t[rows].expand(SEEDS, -1)
        loss = cross_entropy(logits, targets, reduction="none").mean(1).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


def main():
    print("network,layers,rate,step,loss,low,high,error,test")
    for kind, layers in KINDS:
        for rate in RATES:
            for step, loss, error, unseen in course(kind, layers, rate):
                shown = loss, loss.min(), loss.max(), error, unseen
                shown = [f"{np.median(a):.3g}" for a in shown]
                print(kind, layers, rate, step, *shown, sep=",")


main()
# --8<-- [end:study]
