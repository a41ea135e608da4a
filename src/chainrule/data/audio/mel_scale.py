"""Frequencies as they are heard: the mel scale."""

# --8<-- [start:mel]
import numpy as np


def hz_to_mel(frequency, mel_scale="htk"):
    """Mels of frequencies in Hz.

    "htk" is one logarithm; "slaney" is linear up to 1000 Hz (15 mels)
    and a logarithm above. Raises ValueError for another scale.
    """
    f = np.asarray(frequency, dtype=float)
    if checked(mel_scale) == "htk":
        return 2595 * np.log10(1 + f / 700)  # (36.7)
    above = 15 + 27 * np.log(np.maximum(f, 1000) / 1000) / np.log(6.4)
    return np.where(f < 1000, 3 * f / 200, above)


def mel_to_hz(mels, mel_scale="htk"):
    """The inverse of hz_to_mel."""
    m = np.asarray(mels, dtype=float)
    if checked(mel_scale) == "htk":
        return 700 * (10 ** (m / 2595) - 1)
    return np.where(m < 15, 200 * m / 3, 1000 * 6.4 ** ((m - 15) / 27))


# --8<-- [end:mel]


def checked(mel_scale):
    if mel_scale not in ("htk", "slaney"):
        raise ValueError(
            f"mel_scale must be 'htk' or 'slaney', got {mel_scale!r}"
        )
    return mel_scale
