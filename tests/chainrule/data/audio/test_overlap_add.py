import numpy as np
import pytest
import torch
from scipy.signal import check_COLA

from chainrule.data.audio import frame_signal, hann_window, overlap_add

UNIT = "speech-frames"


@pytest.mark.parametrize(("L", "H"), [(8, 4), (8, 2), (10, 4), (400, 160), (5, 5)])
@pytest.mark.parametrize("windowed", [False, True])
def test_gives_the_signal_back(agree, L, H, windowed):
    signal = np.random.default_rng(0).normal(size=7 * H + L)
    window = hann_window(L) if windowed else np.ones(L)
    back = overlap_add(frame_signal(signal, L, H) * window, H, window)
    assert back.shape == signal.shape
    kept = slice(1, None) if windowed else slice(None)  # the window starts at 0
    inside = np.ones(len(signal), bool)
    if L == H and windowed:
        inside[::H] = False
    inside = inside[kept]
    a, b = back[kept][inside], signal[kept][inside]
    agree(UNIT, a, b, 1e-12, atol=1e-12, against="the signal")
    if windowed:
        assert back[0] == 0  # lost


@pytest.mark.parametrize(("L", "H"), [(6, 2), (7, 3), (4, 4), (3, 5)])
def test_sums_are_torchs(agree, L, H):
    """Without windows to divide by: torch's fold."""
    frames = np.random.default_rng(0).normal(size=(5, L))
    n = 4 * H + L
    fold = torch.nn.functional.fold
    sizes = (1, n), (1, L)
    tensors = torch.tensor(frames.T)[None], torch.ones(1, L, 5)
    total, count = (fold(t, *sizes, stride=(1, H)).ravel() for t in tensors)
    oracle = torch.where(count > 0, total / count, 0)
    ours = overlap_add(frames, H)
    agree(UNIT, ours, oracle, 1e-12, atol=1e-14, against="torch fold")


def test_windows_add_up_to_one_at_half_a_frame(agree):
    """COLA: as scipy says, and what the sum is; at 400 and 160 it is not constant."""
    for L, H, constant in ((8, 4, True), (12, 4, True), (400, 160, False)):
        assert bool(check_COLA(hann_window(L), L, L - H)) == constant
    w = hann_window(400)
    sums = [w[i::160].sum() for i in range(160)]
    agree(UNIT, [w[i::200].sum() for i in range(200)], np.ones(200), 1e-12, against="1")
    assert max(sums) - min(sums) > 0.1


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((np.zeros(4), 2), r"no signal of frames \(4,\)"),
        ((np.zeros((0, 4)), 2), r"no signal of frames \(0, 4\)"),
        ((np.zeros((2, 4)), 0), "no signal"),
        ((np.zeros((2, 4)), 2, np.ones(3)), r"window must be \(4,\), got \(3,\)"),
    ],
)
def test_refuses(args, message):
    with pytest.raises(ValueError, match=message):
        overlap_add(*args)
