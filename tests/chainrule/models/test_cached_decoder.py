import pytest
import torch
from helpers.transformers import tokens, transformer

UNIT = "autoregressive-decoder"


@pytest.mark.parametrize("norm_first", [True, False])
def test_mistake_32_step_by_step_is_all_at_once(agree, norm_first):
    model, (src, tgt) = transformer(norm_first=norm_first), tokens()
    whole, decoder = model(src, tgt), model.start(src, 5)
    for t in range(5):
        logits = decoder(tgt[:, t])
        agree(UNIT, logits, whole[:, t], 1e-11, atol=1e-12, against="recomputing")
    with pytest.raises(ValueError, match="6 positions, the cache holds 5"):
        decoder(tgt[:, 0])


def test_rows_that_go_on(agree):
    model, (src, tgt) = transformer(), tokens()
    decoder = model.start(src, 5)
    decoder(tgt[:, 0])
    rows = torch.tensor([1, 0, 1])
    decoder.select(rows)
    prefix = torch.stack([tgt[rows, 0], torch.tensor([3, 4, 5])], 1)
    oracle = model(src[rows], prefix)[:, 1]
    logits = decoder(prefix[:, 1])
    agree(UNIT, logits, oracle, 1e-11, atol=1e-12, against="recomputing")


def test_in_float32_within_a_millionth():
    model, (src, tgt) = transformer().float(), tokens()
    whole, decoder = model(src, tgt), model.start(src, 5)
    for t in range(5):
        torch.testing.assert_close(
            decoder(tgt[:, t]), whole[:, t], rtol=1e-5, atol=2e-6
        )
