import pytest
import torch

from chainrule.models import TransformerLM
from chainrule.nn import causal_mask

UNIT = "autoregressive-decoder"
GELU = torch.nn.functional.gelu


def made(**options):
    torch.manual_seed(0)
    options = {"dropout": 0.0, "max_len": 9, "activation": GELU, **options}
    return TransformerLM(11, 8, 2, 2, 16, **options).double()


def oracle(model, tokens):
    """torch.nn's blocks with the numbers of ours."""
    block = torch.nn.TransformerEncoderLayer(
        8, 2, 16, 0.0, GELU, batch_first=True, norm_first=True
    )
    norm = torch.nn.LayerNorm(8)
    blocks = torch.nn.TransformerEncoder(block, 2, norm, enable_nested_tensor=False)
    blocks = blocks.double()
    blocks.load_state_dict(model.blocks.state_dict())
    length = tokens.shape[1]
    x = model.embedding[tokens] + model.positions.table[:length]
    return blocks(x, mask=causal_mask(length)) @ model.embedding.T


def test_is_torchs_with_copied_weights(agree):
    model, tokens = made(), torch.randint(11, (3, 7))
    against = "torch.nn.TransformerEncoder"
    agree(
        UNIT, model(tokens), oracle(model, tokens), 1e-12, atol=1e-13, against=against
    )


def test_mistake_26_a_later_token_changes_nothing_before():
    model, tokens = made(), torch.randint(11, (2, 6))
    y = model(tokens)
    for j in range(6):
        changed = tokens.clone()
        changed[:, j] = (changed[:, j] + 1) % 11
        assert torch.equal(model(changed)[:, :j], y[:, :j])


@pytest.mark.parametrize("length", [1, 2, 5])
def test_mistake_32_step_by_step_is_all_at_once(agree, length):
    """After a prompt of any length."""
    model, tokens = made(), torch.randint(11, (2, 8))
    whole, decoder = model(tokens), model.start(tokens[:, :length], 8)
    for t in range(length - 1, 8):
        logits = decoder(tokens[:, t])
        agree(UNIT, logits, whole[:, t], 1e-12, atol=1e-13, against="recomputing")


def test_rows_that_go_on(agree):
    model, tokens = made(), torch.randint(11, (2, 4))
    decoder = model.start(tokens, 9)
    decoder.select(torch.tensor([1, 1, 0]))
    again = tokens[[1, 1, 0]]
    logits = decoder(again[:, -1])
    agree(UNIT, logits, model(again)[:, -1], 1e-12, atol=1e-13, against="recomputing")


def test_numbers_are_counted_once():
    """GPT-2's small model has 124,439,808, with its own sizes."""
    with torch.device("meta"):
        model = TransformerLM(50257, 768, 12, 12, 3072)
    assert sum(p.numel() for p in model.parameters()) == 124_439_808


def test_beyond_the_positions():
    with pytest.raises(ValueError, match="position 9 is beyond max_len=9"):
        made()(torch.zeros(1, 10, dtype=torch.long))


@pytest.mark.parametrize("token", [-1, 11])
def test_a_token_that_is_no_row(token):
    """By its index -1 would be the last one."""
    tgt = torch.zeros(1, 3, dtype=torch.long)
    tgt[0, 1] = token
    with pytest.raises(IndexError):
        made()(tgt)


def test_bytes_are_no_mask_of_rows():
    """uint8 is refused: as an index it would choose rows as a mask does."""
    tgt = torch.zeros(1, 3, dtype=torch.long)
    with pytest.raises(TypeError, match="int32 or int64"):
        made()(tgt.byte())


def test_start():
    """GPT-2's: all matrices normal with deviation 0.02, norms at 1 and 0."""
    torch.manual_seed(0)
    model = TransformerLM(500, 64, 4, 1, 128)
    for name, parameter in model.named_parameters():
        if parameter.dim() > 1:
            assert parameter.std().item() == pytest.approx(0.02, rel=0.05), name
            assert abs(parameter.mean().item()) < 0.001, name
