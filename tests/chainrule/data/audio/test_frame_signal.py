import numpy as np
import pytest
import torch

from chainrule.data.audio import frame_signal

UNIT = "speech-frames"
SIZES = [
    (16, 4, 2),
    (17, 5, 2),
    (9, 1, 5),
    (10, 3, 3),
    (10, 4, 7),
    (6, 6, 1),
    (40, 8, 3),
]


@pytest.mark.parametrize(("S", "L", "H"), SIZES)
def test_whole_frames(agree, S, L, H):
    signal = np.random.default_rng(0).normal(size=S)
    frames = frame_signal(signal, L, H)
    starts = [i for i in range(0, S, H) if i + L <= S]
    oracle = [signal[i : i + L] for i in starts]
    agree(UNIT, frames, np.array(oracle), 0, against="slices")
    unfold = torch.tensor(signal).unfold(0, L, H)
    agree(UNIT, frames, unfold, 0, against="torch unfold")
    frames[:] = 7  # a copy
    assert not (signal == 7).any()


@pytest.mark.parametrize(("S", "L", "H"), SIZES)
def test_as_many_as_hops(agree, S, L, H):
    """Zeros at both ends, as many at the left as at the right or one fewer."""
    signal = np.arange(1.0, S + 1)
    frames = frame_signal(signal, L, H, padding="same")
    assert frames.shape == (int(np.ceil(S / H)), L)
    more = max((len(frames) - 1) * H + L - S, 0)
    for k, frame in enumerate(frames):
        at = k * H - more // 2 + np.arange(L)
        oracle = np.where((at >= 0) & (at < S), at + 1, 0)
        agree(UNIT, frame, oracle, 0, against="indices")


@pytest.mark.parametrize(("S", "L", "H"), SIZES)
def test_frames_with_a_sample_in_their_middle(agree, S, L, H):
    signal = np.random.default_rng(0).normal(size=S)
    frames = frame_signal(signal, L, H, padding="center")
    assert len(frames) == (S - L % 2) // H + 1
    for k, frame in enumerate(frames):
        assert frame[L // 2] == (signal[k * H] if k * H < S else 0)
    spectrum = torch.stft(
        torch.tensor(signal),
        L,
        H,
        window=torch.ones(L, dtype=torch.float64),
        pad_mode="constant",
        return_complex=True,
    ).T
    ours = np.fft.rfft(frames)
    for part in (np.real, np.imag):
        found = part(ours), part(spectrum.numpy())
        agree(UNIT, *found, 1e-12, atol=1e-13, against="torch.stft")


def test_one_second():
    """25 ms every 10 ms at 16 kHz."""
    second = np.zeros(16_000)
    for padding, n in (("valid", 98), ("same", 100), ("center", 101)):
        assert frame_signal(second, 400, 160, padding).shape == (n, 400)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((np.zeros(9), 0, 2), "no frames of 0 samples, 2 apart"),
        ((np.zeros(9), 2, 0), "no frames of 2 samples, 0 apart"),
        ((np.zeros((3, 9)), 2, 1), r"in \(3, 9\)"),
        ((np.zeros(0), 2, 1), r"in \(0,\)"),
        ((np.zeros(9), 10, 1), "9 samples hold no frame of 10"),
        ((np.zeros(9), 2, 1, "all"), "one of valid, same, center, got 'all'"),
    ],
)
def test_refuses(args, message):
    with pytest.raises(ValueError, match=message):
        frame_signal(*args)
