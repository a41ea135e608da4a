import pytest
import torch

from chainrule.nn import KeyValueCache, MultiheadAttention, causal_mask

UNIT = "autoregressive-decoder"


def test_mistake_32_step_by_step_is_all_at_once(agree):
    """Chunks of any length, each looking at what came before and itself."""
    torch.manual_seed(0)
    layer = MultiheadAttention(12, 3, batch_first=True).double().eval()
    x = torch.randn(2, 9, 12, dtype=torch.float64)
    whole, _ = layer(x, x, x, attn_mask=causal_mask(9))
    for lengths in [(1,) * 9, (4, 1, 3, 1), (9,)]:
        cache, parts = KeyValueCache(10), []
        with torch.no_grad():
            for part in x.split(lengths, 1):
                y, _ = layer(part, part, part, is_causal=True, cache=cache)
                parts.append(y)
        assert cache.length == 9
        agree(
            UNIT, torch.cat(parts, 1), whole, 1e-13, atol=1e-14, against="recomputing"
        )


def test_memory_is_looked_at_again(agree):
    """key=None: what the cache holds, without a projection."""
    torch.manual_seed(0)
    layer = MultiheadAttention(8, 2, batch_first=True).double().eval()
    x, memory = torch.randn(2, 3, 8).double(), torch.randn(2, 5, 8).double()
    oracle, shares = layer(x, memory, memory)
    cache = KeyValueCache(5)
    first, _ = layer(x[:, :1], memory, memory, cache=cache)
    rest, weights = layer(x[:, 1:], None, None, cache=cache)
    agree(UNIT, torch.cat([first, rest], 1), oracle, 1e-13, against="recomputing")
    agree(UNIT, weights, shares[:, 1:], 1e-13, against="recomputing")


def test_beams_that_go_on():
    cache = KeyValueCache(4)
    keys = torch.arange(6.0).reshape(3, 1, 2, 1)
    cache.extend(keys, -keys)
    cache.select(torch.tensor([2, 0]))
    k, v = cache.extend(torch.full((2, 1, 1, 1), 9.0), torch.zeros(2, 1, 1, 1))
    assert k.flatten(1).tolist() == [[4, 5, 9], [0, 1, 9]]
    assert v.flatten(1).tolist() == [[-4, -5, 0], [0, -1, 0]]


def test_nothing_to_select_yet():
    KeyValueCache(4).select(torch.tensor([0]))


def test_memory_is_set_aside_once():
    cache, one = KeyValueCache(3), torch.ones(1, 2, 1, 4)
    cache.extend(one, one)
    at = cache.keys.data_ptr()
    cache.extend(one, one)
    assert cache.keys.data_ptr() == at


def test_full():
    cache, one = KeyValueCache(2), torch.ones(1, 1, 1, 1)
    cache.extend(one, one)
    with pytest.raises(ValueError, match="3 positions, the cache holds 2"):
        cache.extend(torch.ones(1, 1, 2, 1), torch.ones(1, 1, 2, 1))
    assert cache.length == 1


def test_in_float32_to_a_millionth():
    torch.manual_seed(0)
    layer = MultiheadAttention(256, 4, batch_first=True).eval()
    x, cache = torch.randn(2, 300, 256), KeyValueCache(300)
    with torch.no_grad():
        whole, _ = layer(x, x, x, need_weights=False, is_causal=True)
        for t in range(300):
            now = x[:, t : t + 1]
            y, _ = layer(now, now, now, need_weights=False, is_causal=True, cache=cache)
            torch.testing.assert_close(y[:, 0], whole[:, t], rtol=0, atol=1e-6)
