import pytest
import torch

from chainrule.optim import decay_groups


def test_who_decays():
    """Mistake 19: biases and norms' parameters do not, of any shape."""
    model = torch.nn.ModuleDict(
        {
            "conv": torch.nn.Conv2d(3, 4, 3),
            "batch": torch.nn.BatchNorm2d(4),
            "layer": torch.nn.LayerNorm((4, 2, 2)),
            "prelu": torch.nn.PReLU(4),
            "embed": torch.nn.Embedding(5, 6),
            "heads": torch.nn.MultiheadAttention(6, 2, add_bias_kv=True),
            "head": torch.nn.Linear(6, 5),
        }
    )
    model["head"].weight = model["embed"].weight  # tied: there once
    model["conv"].weight.requires_grad_(False)  # may be trained later
    names = {p: name for name, p in model.named_parameters()}
    found = decay_groups(model, 0.3)
    assert [group["weight_decay"] for group in found] == [0.3, 0.0]
    decayed, spared = ([names[p] for p in group["params"]] for group in found)
    heads = ["heads.in_proj_weight", "heads.out_proj.weight"]
    assert decayed == ["conv.weight", "embed.weight", *heads]
    assert len(decayed) + len(spared) == len(names)
    assert {"heads.bias_k", "layer.weight", "layer.bias", "head.bias"} <= {*spared}
    with pytest.raises(ValueError, match="the model has no parameters"):
        decay_groups(torch.nn.ReLU())


def test_spared_parameters_keep_their_values(agree):
    """Under zero gradients only decay moves anything."""
    model = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.LayerNorm(2)).double()
    before = [p.detach().clone() for p in model.parameters()]
    optimizer = torch.optim.SGD(decay_groups(model, 0.3), lr=0.1)
    for p in model.parameters():
        p.grad = torch.zeros_like(p)
    for _ in range(3):
        optimizer.step()
    after = [*model.parameters()]
    oracle = before[0] * (1 - 0.1 * 0.3) ** 3
    unit = "weight-decay-update"
    agree(unit, after[0], oracle, 1e-14, against="closed form")
    assert all(torch.equal(a, b) for a, b in zip(after[1:], before[1:], strict=True))
