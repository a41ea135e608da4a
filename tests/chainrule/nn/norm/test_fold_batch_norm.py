import pytest
import torch
from helpers.norms import inputs

from chainrule import nn

UNIT = "batch-norm-pros-cons"
DOUBLE = {"dtype": torch.float64}


def trained(bn):
    """A batch norm with averages and weights of its own, in evaluation."""
    torch.manual_seed(0)
    with torch.no_grad():
        for t in (*bn.parameters(), *[b for b in bn.buffers() if b.ndim]):
            t.uniform_(0.5, 2)
    return bn.eval()


LAYERS = {
    "ours": (lambda: nn.Linear(3, 4, **DOUBLE), (5, 3)),
    "linear": (lambda: torch.nn.Linear(3, 4, bias=False, **DOUBLE), (5, 3)),
    "conv1d": (lambda: torch.nn.Conv1d(3, 4, 2, **DOUBLE), (2, 3, 7)),
    "conv2d": (lambda: torch.nn.Conv2d(6, 4, 3, groups=2, **DOUBLE), (2, 6, 5, 5)),
    "conv2d-bare": (
        lambda: torch.nn.Conv2d(2, 4, 1, bias=False, **DOUBLE),
        (2, 2, 3, 3),
    ),
}
ARGUMENTS = [{}, {"affine": False}, {"eps": 1e-3}]


@pytest.mark.parametrize("module", [nn, torch.nn])
@pytest.mark.parametrize("keywords", ARGUMENTS)
@pytest.mark.parametrize("name", LAYERS)
def test_one_layer_does_what_two_did(agree, name, keywords, module):
    make, shape = LAYERS[name]
    cls = module.BatchNorm2d if len(shape) == 4 else module.BatchNorm1d
    layer, bn = make(), trained(cls(4, **DOUBLE, **keywords))
    x, before = inputs(shape), [p.clone() for p in layer.parameters()]
    folded = nn.fold_batch_norm(layer, bn)
    oracle = bn(layer(x))
    agree(
        UNIT, folded(x), oracle, 1e-12, atol=1e-14, against="the layer, then BatchNorm"
    )
    assert type(folded) is type(layer)
    assert folded.weight.requires_grad
    for p, was in zip(layer.parameters(), before, strict=True):
        assert torch.equal(p, was)


def test_is_torchs(agree):
    conv, bn = torch.nn.Conv2d(3, 4, 3, **DOUBLE), trained(nn.BatchNorm2d(4, **DOUBLE))
    theirs = torch.nn.BatchNorm2d(4, **DOUBLE).eval()
    theirs.load_state_dict(bn.state_dict())
    fused = torch.nn.utils.fusion.fuse_conv_bn_eval(conv.eval(), theirs)
    folded = nn.fold_batch_norm(conv, bn)
    for mine, oracle in zip(folded.parameters(), fused.parameters(), strict=True):
        against = "torch.nn.utils.fusion.fuse_conv_bn_eval"
        agree(UNIT, mine, oracle, 1e-12, atol=1e-15, against=against)


def test_what_cannot_be_folded_is_refused():
    linear, bn = nn.Linear(3, 4), nn.BatchNorm1d(4)
    with pytest.raises(ValueError, match="must evaluate by running averages"):
        nn.fold_batch_norm(linear, bn)
    bare = nn.BatchNorm1d(4, track_running_stats=False).eval()
    with pytest.raises(ValueError, match="must evaluate by running averages"):
        nn.fold_batch_norm(linear, bare)
    with pytest.raises(ValueError, match="4 features, num_features 5"):
        nn.fold_batch_norm(linear, nn.BatchNorm1d(5).eval())
    others = nn.ReLU(), nn.PReLU(4), torch.nn.ConvTranspose2d(3, 4, 2)
    for layer in others:
        kind = type(layer).__name__
        with pytest.raises(TypeError, match=f"a convolution, not {kind}"):
            nn.fold_batch_norm(layer, bn.eval())
