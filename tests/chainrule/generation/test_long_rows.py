import copy

import torch
from helpers.transformers import tokens, transformer

from chainrule.generation import long_rows_
from chainrule.models import TransformerLM

UNIT = "autoregressive-decoder"


def test_the_same_numbers_in_the_other_order():
    model = transformer()
    before, own = copy.deepcopy(model.state_dict()), dict(model.named_parameters())
    assert long_rows_(model) is model
    after = dict(model.named_parameters())
    assert all(after[name] is parameter for name, parameter in own.items())
    assert all(torch.equal(after[name], before[name]) for name in after)
    for name, parameter in after.items():
        tall = parameter.dim() == 2 and parameter.shape[0] > parameter.shape[1]
        assert parameter.stride(0) == 1 if tall else parameter.is_contiguous(), name
    assert any(parameter.stride(0) == 1 for parameter in after.values())


def test_again_changes_nothing():
    model = long_rows_(transformer())
    strides = [parameter.stride() for parameter in model.parameters()]
    assert strides == [
        parameter.stride() for parameter in long_rows_(model).parameters()
    ]


def test_a_cached_decoder_writes_the_same(agree):
    model, (src, tgt) = transformer(), tokens()
    oracle, decoder = model(src, tgt), long_rows_(model).start(src, 5)
    for t in range(5):
        logits = decoder(tgt[:, t])
        agree(UNIT, logits, oracle[:, t], 1e-11, atol=1e-12, against="recomputing")


def test_what_was_saved_can_be_loaded():
    torch.manual_seed(0)
    model = TransformerLM(7, 8, 2, 1, 16, max_len=5)
    other = TransformerLM(7, 8, 2, 1, 16, max_len=5)
    other.load_state_dict(long_rows_(model).state_dict())
    for ours, theirs in zip(model.parameters(), other.parameters(), strict=True):
        assert torch.equal(ours, theirs)
        assert theirs.is_contiguous()


def test_gradients_keep_working(agree):
    model, (src, tgt) = transformer(), tokens()
    model(src, tgt).square().sum().backward()
    oracle = [parameter.grad.clone() for parameter in model.parameters()]
    model.zero_grad()
    long_rows_(model)(src, tgt).square().sum().backward()
    for parameter, wanted in zip(model.parameters(), oracle, strict=True):
        agree(UNIT, parameter.grad, wanted, 1e-9, atol=1e-9, against="other strides")
