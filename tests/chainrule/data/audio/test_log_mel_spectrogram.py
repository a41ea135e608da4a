import numpy as np
import pytest
import torch
from scipy.signal import stft

from chainrule.data.audio import hann_window, log_mel_spectrogram, mel_filterbank

UNIT = "speech-frames"
NOISE = np.random.default_rng(0).normal(size=1500)


def test_by_torch(agree):
    """Frames in the middle of n_fft, so that torch.stft sees the same windows."""
    ours = log_mel_spectrogram(NOISE, n_mels=20, padding="center")
    spectrum = torch.stft(
        torch.tensor(NOISE),
        n_fft=512,
        hop_length=160,
        win_length=400,
        window=torch.hann_window(400, dtype=torch.float64),
        pad_mode="constant",
        return_complex=True,
    )
    power = spectrum.abs().square().T.numpy()
    oracle = np.log(power @ mel_filterbank(257, 0, 8000, 20, 16000))
    agree(UNIT, ours, oracle, 1e-12, atol=1e-12, against="torch.stft")


def test_by_scipy(agree):
    ours = log_mel_spectrogram(NOISE, 8000, 200, 80, 256, n_mels=12, f_min=50)
    window = hann_window(200)
    keywords = {"nperseg": 200, "noverlap": 120, "nfft": 256}
    _, _, Z = stft(NOISE, 8000, window, **keywords, boundary=None, padded=False)
    power = np.abs(Z.T * window.sum()) ** 2  # it divides by the sum
    oracle = np.log(power @ mel_filterbank(129, 50, 4000, 12, 8000))
    agree(UNIT, ours, oracle, 1e-12, atol=1e-12, against="scipy.signal.stft")


def test_by_the_definition(agree):
    """Sums of cosines and sines for one frame."""
    n, k = np.arange(400), np.arange(257)[:, None]
    w = 0.5 - 0.5 * np.cos(2 * np.pi * n / 400)
    angle = 2 * np.pi * k * n / 512
    re, im = ((w * NOISE[160:560] * f(angle)).sum(axis=1) for f in (np.cos, np.sin))
    oracle = np.log((re**2 + im**2) @ mel_filterbank(257, 0, 8000, 80, 16000))
    ours = log_mel_spectrogram(NOISE)[1]
    agree(UNIT, ours, oracle, 1e-10, atol=1e-10, against="the definition")


def test_a_tone_is_where_it_belongs(agree):
    """cos of bin 64 of 512, window as long: N/4 there, N/8 beside it, nothing else."""
    tone = np.cos(2 * np.pi * 64 * np.arange(2048) / 512)
    ours = log_mel_spectrogram(tone, 16000, 512, 512, n_mels=80)
    power = np.zeros(257)
    power[63:66] = np.array([64.0, 128, 64]) ** 2
    bands = power @ mel_filterbank(257, 0, 8000, 80, 16000)
    there = bands > 0
    oracle = np.tile(np.log(bands[there]), (4, 1))
    agree(UNIT, ours[:, there], oracle, 1e-9, against="closed form")
    assert (ours[:, ~there] < -20).all()


def test_silence_is_the_floor():
    assert (log_mel_spectrogram(np.zeros(800), floor=1e-4) == np.log(1e-4)).all()
    quiet = log_mel_spectrogram(np.zeros(800))
    assert (quiet == np.log(1e-10)).all()


def test_options_reach_their_place(agree):
    ours = log_mel_spectrogram(
        NOISE, f_max=4000, n_mels=10, norm="slaney", mel_scale="slaney"
    )
    frames = np.stack([NOISE[k : k + 400] for k in range(0, 1101, 160)])
    power = np.abs(np.fft.rfft(frames * hann_window(400), 512)) ** 2
    bank = mel_filterbank(257, 0, 4000, 10, 16000, "slaney", "slaney")
    agree(UNIT, ours, np.log(power @ bank), 1e-12, atol=1e-12, against="its parts")


@pytest.mark.parametrize(
    ("keywords", "message"),
    [
        ({"n_fft": 399}, "no frames of 400 in n_fft=399"),
        ({"floor": 0}, "floor=0"),
        ({"f_max": 9000}, "to 9000 Hz at 16000 Hz"),
        ({"frame_length": 0}, "no frames of 0 samples"),
        ({"n_mels": 200}, "no frequency lies in band"),
    ],
)
def test_refuses(keywords, message):
    with pytest.raises(ValueError, match=message):
        log_mel_spectrogram(NOISE, **keywords)
