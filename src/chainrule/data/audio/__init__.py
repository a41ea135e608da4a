"""Sound as a sequence of vectors.

>>> import numpy as np
>>> second = np.sin(2 * np.pi * 440 * np.arange(16000) / 16000)
>>> frame_signal(second, frame_length=400, hop_length=160).shape
(98, 400)
>>> log_mel_spectrogram(second).shape
(98, 80)
"""

from chainrule.data.audio.frame_signal import frame_signal
from chainrule.data.audio.hann_window import hann_window
from chainrule.data.audio.log_mel_spectrogram import log_mel_spectrogram
from chainrule.data.audio.mel_filterbank import mel_filterbank
from chainrule.data.audio.mel_scale import hz_to_mel, mel_to_hz
from chainrule.data.audio.overlap_add import overlap_add

__all__ = [
    "frame_signal",
    "hann_window",
    "hz_to_mel",
    "log_mel_spectrogram",
    "mel_filterbank",
    "mel_to_hz",
    "overlap_add",
]
