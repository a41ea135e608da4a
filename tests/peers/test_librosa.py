"""librosa's bands and energies, with its flags spelled out."""

import numpy as np
import pytest

from chainrule.data.audio import log_mel_spectrogram, mel_filterbank

librosa = pytest.importorskip("librosa")
UNIT, AGAINST = "speech-frames", "librosa"


@pytest.mark.parametrize("scale", ["htk", "slaney"])
@pytest.mark.parametrize("norm", [None, "slaney"])
def test_bands(agree, scale, norm):
    ours = mel_filterbank(201, 20.0, 7600.0, 40, 16000, norm, scale)
    htk = scale == "htk"
    options = {"n_mels": 40, "fmin": 20.0, "fmax": 7600.0, "htk": htk, "norm": norm}
    theirs = librosa.filters.mel(sr=16000, n_fft=400, dtype=np.float64, **options)
    agree(UNIT, ours, theirs.T, 1e-9, atol=1e-12, against=AGAINST)


@pytest.mark.parametrize("scale", ["htk", "slaney"])
@pytest.mark.parametrize("norm", [None, "slaney"])
@pytest.mark.parametrize("center", [True, False])
def test_energies(agree, scale, norm, center):
    """Before the logarithm; librosa's power_to_db takes the decimal one."""
    signal = np.random.default_rng(0).normal(size=8000)
    sizes = {"n_fft": 400, "hop_length": 160, "n_mels": 40}
    padding = "center" if center else "valid"
    rest = {"padding": padding, "norm": norm, "mel_scale": scale}
    ours = log_mel_spectrogram(signal, 16000, 400, **sizes, **rest)
    theirs = librosa.feature.melspectrogram(
        y=signal,
        sr=16000,
        win_length=400,
        window="hann",
        center=center,
        pad_mode="constant",
        power=2.0,
        fmin=0.0,
        fmax=8000.0,
        htk=scale == "htk",
        norm=norm,
        dtype=np.float64,
        **sizes,
    )
    agree(UNIT, np.exp(ours), theirs.T, 1e-9, against=AGAINST)
    decibels = librosa.power_to_db(theirs, ref=1.0, amin=1e-10, top_db=None)
    agree(UNIT, ours * 10 / np.log(10), decibels.T, 1e-9, atol=1e-9, against=AGAINST)
