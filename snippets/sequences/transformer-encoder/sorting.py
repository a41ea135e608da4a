# kind: study, tested with SEEDS=3 RATES=(0.03,) STEPS=60 KINDS=KINDS[:3]
"""Encoders of four blocks that sort six digits: post- and pre-norm, warm-up.

Prints CSV: norm (post, pre), steps of warm-up, rate; the median, lowest and
highest share of places that hold the right digit, over the networks, and the
median share of sequences that are right as a whole.
"""

# --8<-- [start:model]
import numpy as np
import torch
from torch.func import functional_call, stack_module_state, vmap
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.nn.functional import cross_entropy

from chainrule.nn import TransformerEncoder, TransformerEncoderLayer
from chainrule.optim import Adam

SEEDS, STEPS, BATCH, T, D, BLOCKS, WARM = 10, 200, 32, 6, 16, 4, 40
RATES = 0.001, 0.003, 0.01, 0.03, 0.1
KINDS = ("post", 0), ("post", WARM), ("pre", 0), ("pre", WARM)


class Sorter(torch.nn.Module):
    """Digits (N, T) to scores (N, T, 10) of the digit for each place."""

    def __init__(self, norm):
        super().__init__()
        pre = norm == "pre"
        self.digits = torch.nn.Embedding(10, D)
        self.places = torch.nn.Parameter(torch.randn(T, D))
        options = {"batch_first": True, "norm_first": pre}
        block = TransformerEncoderLayer(D, 2, 2 * D, 0.0, **options)
        last = torch.nn.LayerNorm(D) if pre else None
        self.encoder = TransformerEncoder(block, BLOCKS, last)
        for parameter in self.encoder.parameters():
            if parameter.dim() > 1:  # the blocks start apart
                torch.nn.init.xavier_uniform_(parameter)
        self.out = torch.nn.Linear(D, 10)

    def forward(self, x):
        return self.out(self.encoder(self.digits(x) + self.places))


# --8<-- [end:model]


# --8<-- [start:training]
def train(norm, warm, rate):
    """Shares of right places, and of right sequences, (SEEDS,) each.

    All networks of a kind run side by side, with vmap: torch's functions
    of a module with its parameters in a dictionary.
    """
    torch.manual_seed(0)
    models = [Sorter(norm) for _ in range(SEEDS)]
    parameters, _ = stack_module_state(models)

    def scores(digits):
        def one(parameters, x):
            return functional_call(models[0], parameters, (x,))

        return vmap(one)(parameters, digits)

    optimizer = Adam(parameters.values(), lr=rate)
    for step in range(1, STEPS + 1):
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1, step / warm) if warm else rate
        x = torch.randint(10, (SEEDS, BATCH, T))
        answers = scores(x).flatten(0, 2), x.sort().values.flatten()
        loss = SEEDS * cross_entropy(*answers)  # the sum of their losses
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    x = torch.randint(10, (SEEDS, 500, T))
    with torch.no_grad():
        right = scores(x).argmax(-1) == x.sort().values
    return right.float().mean((1, 2)), right.all(2).float().mean(1)


# --8<-- [end:training]


def main():
    torch.set_num_threads(1)
    print("norm,warm,rate,places,low,high,whole")
    with sdpa_kernel(SDPBackend.MATH):  # the kernel that vmap can stack
        for norm, warm in KINDS:
            for rate in RATES:
                places, whole = (a.numpy() for a in train(norm, warm, rate))
                shown = np.median(places), places.min(), places.max()
                shown = [f"{a:.3f}" for a in (*shown, np.median(whole))]
                print(norm, warm, rate, *shown, sep=",")


main()
