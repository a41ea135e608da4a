"""Sound as energies in bands of frequency."""

# --8<-- [start:log-mel]
import numpy as np

from chainrule.data.audio.frame_signal import frame_signal
from chainrule.data.audio.hann_window import hann_window
from chainrule.data.audio.mel_filterbank import mel_filterbank


def log_mel_spectrogram(
    signal,
    sample_rate=16000,
    frame_length=400,
    hop_length=160,
    n_fft=512,
    n_mels=80,
    f_min=0.0,
    f_max=None,
    floor=1e-10,
    padding="valid",
    norm=None,
    mel_scale="htk",
):
    """Natural logarithms (frames, n_mels) of the power in each band.

    Frames times a Hann window, continued by zeros to n_fft; the squared
    size of their Fourier coefficients, not divided by anything; sums
    over the triangles of mel_filterbank up to f_max, by default half the
    sample_rate; not less than floor. Raises ValueError for an n_fft below
    frame_length, a floor that is not positive, and as frame_signal and
    mel_filterbank.
    """
    if n_fft < frame_length or floor <= 0:
        raise ValueError(
            f"no frames of {frame_length} in n_fft={n_fft}, floor={floor}"
        )
    frames = frame_signal(signal, frame_length, hop_length, padding)
    spectrum = np.fft.rfft(frames * hann_window(frame_length), n_fft)
    power = np.abs(spectrum) ** 2  # (frames, n_fft // 2 + 1)
    f_max = sample_rate / 2 if f_max is None else f_max
    size = n_fft // 2 + 1, f_min, f_max, n_mels, sample_rate
    bands = power @ mel_filterbank(*size, norm, mel_scale)
    return np.log(np.maximum(bands, floor))  # (36.8)


# --8<-- [end:log-mel]
