"""Hugging Face's GPT-2, and what it does to logits before a token is drawn."""

import pytest
import torch
from helpers.gpt2 import gpt2
from helpers.vision import theirs

from chainrule.generation.filters import keep_top_k, keep_top_p, with_temperature
from chainrule.models import TransformerLM

theirs()  # torchvision, which transformers imports in passing
pytest.importorskip("transformers")
from transformers.generation import logits_process  # noqa: E402

UNIT, AGAINST = "autoregressive-decoder", "transformers"
NUMBERS = torch.randn(50, 20, generator=torch.Generator().manual_seed(0)).double()


def agrees(agree, ours, name, *arguments):
    """The numbers that stay, and what is left out."""
    warped = getattr(logits_process, name)(*arguments)(None, NUMBERS.clone())
    assert torch.equal(ours.isfinite(), warped.isfinite())
    kept = warped.isfinite()
    agree(UNIT, ours[kept], warped[kept], 1e-15, against=AGAINST)


@pytest.mark.parametrize("temperature", [0.3, 1.0, 2.5])
def test_temperature(agree, temperature):
    ours = with_temperature(NUMBERS, temperature)
    agrees(agree, ours, "TemperatureLogitsWarper", temperature)


@pytest.mark.parametrize("k", [1, 3, 20, 40])
def test_top_k(agree, k):
    agrees(agree, keep_top_k(NUMBERS, k), "TopKLogitsWarper", k)


@pytest.mark.parametrize("p", [0.01, 0.5, 0.9, 0.999, 1.0])
def test_top_p(agree, p):
    agrees(agree, keep_top_p(NUMBERS, p), "TopPLogitsWarper", p)


def test_a_language_model_is_gpt2(agree):
    """The same weights give the same logits: positions, masks, norms, heads."""
    torch.manual_seed(1)
    model = TransformerLM(23, 12, 3, 2, 40, dropout=0.0, max_len=9).double()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(torch.randn_like(parameter), alpha=0.3)
        tokens = torch.randint(23, (3, 8))
        theirs = gpt2(model, 3)(tokens).logits
        agree(UNIT, model(tokens), theirs, 1e-11, atol=1e-12, against=AGAINST)
