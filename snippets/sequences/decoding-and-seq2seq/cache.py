# kind: exact
"""The same logits with a cache and without; where a position is forgotten."""

# --8<-- [start:cache]
import torch

from chainrule.generation import PrefixDecoder, greedy
from chainrule.models import Transformer

torch.manual_seed(0)
model = Transformer(20, 16, 4, 2, 2, 32).double().eval()
src = torch.randint(2, 20, (3, 7))
memory, padding = model.encode(src), src == model.padding_idx


def recomputing():
    return PrefixDecoder(lambda tgt: model.decode(tgt, memory, padding))


begin = torch.ones(3, dtype=torch.long)
said = greedy(recomputing(), begin, 0, 12)
same = greedy(model.start(src, 12), begin, 0, 12)
print("the same tokens:", torch.equal(said, same))


def difference(cached, again):
    """The largest over all steps, both fed with what was said."""
    inputs = torch.cat([begin[:, None], said[:, :-1]], dim=1)
    with torch.no_grad():
        gaps = [(cached(x) - again(x)).abs().max() for x in inputs.T]
    return torch.stack(gaps)


gaps = difference(model.start(src, 12), recomputing())
print("logits differ by less than 1e-12:", bool(gaps.max() < 1e-12))

cached = model.start(src, 12)


def always_position_0(tokens):
    cached.length = 0  # the keys are kept, the position is forgotten
    return cached(tokens)


gaps = difference(always_position_0, recomputing())
print("position forgotten, the same:", (gaps[:4] < 1e-12).tolist())
# --8<-- [end:cache]
