import pytest
import torch
from torch.nn.functional import conv1d

from chainrule.data.sequences import pad_sequences
from chainrule.models import WindowTagger

UNIT = "sequence-labeling-window"


def made(k, words=11, d=4, tags=3):
    torch.manual_seed(k)
    model = WindowTagger(words, d, tags, k).double()
    return model, torch.randint(1, words, (5, 7))


@pytest.mark.parametrize("k", [0, 1, 2, 8])
def test_is_a_convolution(agree, k):
    model, x = made(k)
    vectors = model.embedding.weight[x]
    weight = model.output.weight.unflatten(1, (2 * k + 1, 4)).mT  # (tags, d, places)
    oracle = conv1d(vectors.mT, weight, model.output.bias, padding=k).mT
    y = model(x)
    against = "torch.nn.functional.conv1d"
    agree(UNIT, y, oracle, 1e-12, atol=1e-14, against=against)
    upstream = torch.randn_like(y)
    parameters = list(model.parameters())
    pairs = [torch.autograd.grad(z, parameters, upstream) for z in (y, oracle)]
    for p, q in zip(*pairs, strict=True):
        agree(UNIT, p[1:], q[1:], 1e-12, atol=1e-13, against=against)  # but padding's


@pytest.mark.parametrize("k", [0, 1, 3])
def test_is_a_loop_over_places(agree, k):
    model, x = made(k)
    E, W, b = (p.detach() for p in model.parameters())
    oracle = torch.zeros(5, 7, 3, dtype=torch.float64)
    for n in range(5):
        for t in range(7):
            oracle[n, t] = b
            for j, s in enumerate(range(t - k, t + k + 1)):
                if 0 <= s < 7:
                    oracle[n, t] += W[:, 4 * j : 4 * j + 4] @ E[x[n, s]]
    agree(UNIT, model(x), oracle, 1e-12, atol=1e-14, against="a loop over places")


@pytest.mark.parametrize("k", [0, 1, 3])
def test_padding_changes_nothing(agree, k):
    """Scores of a sequence alone and in a batch; no gradient for the padding."""
    model, _ = made(k)
    sequences = [[4, 2, 9], [7], [1, 1, 5, 3, 8, 2]]
    padded, mask = pad_sequences(sequences)
    y = model(torch.tensor(padded))
    for scores, inside, words in zip(y, mask, sequences, strict=True):
        alone = model(torch.tensor([words]))[0]
        agree(UNIT, scores[inside], alone, 1e-12, atol=1e-14, against="it alone")
    y.sum().backward()
    assert not model.embedding.weight.grad[0].any()


@pytest.mark.parametrize("k", [0, 1, 2])
def test_sees_its_window_and_no_more(k):
    model, x = made(k)
    vectors = model.embedding.weight[x[:1]].detach().requires_grad_()
    model.embedding.forward = lambda _: vectors
    model(x[:1])[0, 3].sum().backward()
    seen = vectors.grad[0].any(dim=1).nonzero().flatten().tolist()
    assert seen == list(range(3 - k, 3 + k + 1))


def test_sizes_and_refusals():
    model, x = made(2)
    assert sum(p.numel() for p in model.parameters()) == 11 * 4 + 3 * (5 * 4 + 1)
    with pytest.raises(ValueError, match="no window of -1 words"):
        WindowTagger(11, 4, 3, -1)
    with pytest.raises(ValueError, match=r"x must be \(N, T\), got \(7,\)"):
        model(x[0])
    with pytest.raises(TypeError, match=r"got torch\.float32"):
        model(x.float())
    with pytest.raises(IndexError, match="11 is not in"):
        model(torch.full((1, 2), 11))
