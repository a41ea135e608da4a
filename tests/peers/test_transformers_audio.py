"""The bands of Hugging Face's speech models, over torch's spectrum."""

import numpy as np
import pytest
import torch

from chainrule.data.audio import log_mel_spectrogram, mel_filterbank

audio = pytest.importorskip("transformers.audio_utils")
UNIT, AGAINST = "speech-frames", "transformers.audio_utils"


@pytest.mark.parametrize("scale", ["htk", "slaney"])
@pytest.mark.parametrize("norm", [None, "slaney"])
def test_bands(agree, scale, norm):
    ours = mel_filterbank(201, 20.0, 7600.0, 40, 16000, norm, scale)
    theirs = audio.mel_filter_bank(201, 40, 20.0, 7600.0, 16000, norm, scale)
    agree(UNIT, ours, theirs, 1e-9, atol=1e-12, against=AGAINST)


@pytest.mark.parametrize("scale", ["htk", "slaney"])
@pytest.mark.parametrize("norm", [None, "slaney"])
@pytest.mark.parametrize("center", [True, False])
def test_energies(agree, scale, norm, center):
    """Before the logarithm, and in decibels."""
    signal = np.random.default_rng(0).normal(size=8000)
    padding = "center" if center else "valid"
    sizes = {"n_fft": 400, "hop_length": 160, "n_mels": 40}
    rest = {"padding": padding, "norm": norm, "mel_scale": scale}
    ours = log_mel_spectrogram(signal, 16000, 400, **sizes, **rest)
    window = torch.hann_window(400, dtype=torch.float64)
    spectrum = torch.stft(
        torch.from_numpy(signal),
        *(400, 160, 400, window, center, "constant"),
        return_complex=True,
    )
    bands = audio.mel_filter_bank(201, 40, 0.0, 8000.0, 16000, norm, scale)
    theirs = bands.T @ spectrum.abs().numpy() ** 2
    agree(UNIT, np.exp(ours), theirs.T, 1e-10, against=f"torch.stft, {AGAINST}")
    decibels = audio.power_to_db(theirs)
    agree(UNIT, ours * 10 / np.log(10), decibels.T, 1e-9, atol=1e-9, against=AGAINST)
