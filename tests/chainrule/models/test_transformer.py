import math

import pytest
import torch
from helpers.transformers import SIZES, tokens, transformer
from torch.nn.functional import cross_entropy

from chainrule.models import Transformer
from chainrule.nn import causal_mask, sinusoidal_positions

UNIT = "seq2seq-model"


def torchs(model, norm_first):
    """torch.nn.Transformer with the numbers of ours."""
    names = "d_model nhead num_encoder_layers num_decoder_layers dim_feedforward"
    sizes = [SIZES[name] for name in names.split()]
    oracle = torch.nn.Transformer(
        *sizes, dropout=0.0, batch_first=True, norm_first=norm_first
    ).double()
    if not norm_first:  # torch puts a norm behind either stack in any case
        oracle.encoder.norm = oracle.decoder.norm = None
    parts = {"encoder": oracle.encoder, "decoder": oracle.decoder}
    for name, part in parts.items():
        part.load_state_dict(getattr(model, name).state_dict())
    return oracle


@pytest.mark.filterwarnings("ignore:enable_nested_tensor")
@pytest.mark.parametrize("norm_first", [True, False])
def test_is_torchs_with_copied_weights(agree, norm_first):
    model, (src, tgt) = transformer(norm_first=norm_first), tokens()
    oracle, table = torchs(model, norm_first), model.embedding
    hidden = src == 0
    vectors = [
        4 * table[x] + sinusoidal_positions(x.shape[1], 16).float() for x in (src, tgt)
    ]
    y = oracle(
        *vectors,
        tgt_mask=causal_mask(5),
        src_key_padding_mask=hidden,
        memory_key_padding_mask=hidden,
    )
    theirs = y @ table.T
    ours = model(src, tgt)
    against = "torch.nn.Transformer"
    agree(UNIT, ours, theirs, 1e-11, atol=1e-11, against=against)
    kept = tgt[:, 1:] != 0
    losses = [
        cross_entropy(z[:, :-1][kept], tgt[:, 1:][kept], label_smoothing=0.1)
        for z in (ours, theirs)
    ]
    mine = torch.autograd.grad(losses[0], [*model.parameters()])
    theirs = [table, *oracle.encoder.parameters(), *oracle.decoder.parameters()]
    theirs = torch.autograd.grad(losses[1], theirs)
    for a, b in zip(mine, theirs, strict=True):
        agree(UNIT, a, b, 1e-10, atol=1e-12, against=against)


def test_mistake_30_one_matrix_counted_once():
    """Tied: as many numbers as torch.nn.Transformer's, and one table."""
    model = transformer()
    count = sum(p.numel() for p in model.parameters())
    oracle = torchs(model, norm_first=False)
    assert count == sum(p.numel() for p in oracle.parameters()) + 11 * 16
    src, tgt = tokens()
    model(src, tgt).sum().backward()
    used = model.embedding.grad.abs().amax(1) > 0
    assert used.all()  # as output weights all of them are


def test_mistake_30_sizes_at_the_start():
    """Embeddings with variance 1, first logits too: the loss is about ln V + 1/2.

    E[log Σ exp z] of V standard normal z is ln V + 1/2.
    """
    torch.manual_seed(2)
    model = Transformer(1000, 64, 4, 1, 1, 128, dropout=0.0)
    x = model.embedding * math.sqrt(64)
    assert x.var().item() == pytest.approx(1, abs=0.05)
    src = torch.randint(1, 1000, (8, 12))
    loss = cross_entropy(
        model(src, src.flip(0))[:, :-1].flatten(0, 1), src[:, 1:].flatten()
    )
    assert loss.item() == pytest.approx(math.log(1000) + 0.5, abs=0.35)


def test_blocks_start_apart():
    """torch.nn.TransformerEncoder's copies start with the same numbers."""
    first, second = transformer().encoder.layers
    assert not torch.equal(first.linear1.weight, second.linear1.weight)


def test_padding_changes_nothing(agree):
    model, (src, tgt) = transformer(), tokens()
    short = model(src[1:, :4], tgt[1:, :3])
    agree(UNIT, model(src, tgt)[1:, :3], short, 1e-11, atol=1e-12, against="no padding")


def test_mistake_26_a_later_token_changes_nothing_before():
    model, (src, tgt) = transformer(), tokens()
    y = model(src, tgt)
    for j in range(5):
        changed = tgt.clone()
        changed[:, j] = changed[:, j] % 10 + 1
        assert torch.equal(model(src, changed)[:, :j], y[:, :j])


def test_mistake_27_a_source_of_padding_alone():
    model, (src, tgt) = transformer(), tokens()
    src[1] = 0
    y = model(src, tgt)
    gradients = torch.autograd.grad(y.sum(), [*model.parameters()])
    assert all(g.isfinite().all() for g in [y, *gradients])


def test_beyond_the_positions():
    with pytest.raises(ValueError, match="position 5 is beyond max_len=5"):
        transformer(max_len=5)(*tokens())


def test_heads_must_divide():
    with pytest.raises(ValueError, match="num_heads must divide"):
        Transformer(5, d_model=6, nhead=4)


@pytest.mark.parametrize("token", [-1, 11])
def test_a_token_that_is_no_row(token):
    """By its index -1 would be the last one."""
    src, tgt = tokens()
    tgt[0, 1] = token
    with pytest.raises(IndexError):
        transformer()(src, tgt)


def test_bytes_are_no_mask_of_rows():
    """uint8 is refused: as an index it would choose rows as a mask does."""
    src, tgt = tokens()
    with pytest.raises(TypeError, match="int32 or int64"):
        transformer()(src, tgt.byte())
