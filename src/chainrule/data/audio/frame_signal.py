"""A signal cut into frames that overlap."""

# --8<-- [start:frames]
import numpy as np


def frame_signal(signal, frame_length, hop_length, padding="valid"):
    """Frames (n, frame_length), each hop_length samples behind the last.

    signal (S,). By padding, n is
    "valid": (S - frame_length) // hop_length + 1, whole frames alone;
    "same": S / hop_length rounded up, zeros at both ends;
    "center": frame k has sample k * hop_length in its middle, zeros at
    both ends; S // hop_length + 1 for an even length, as torch.stft.
    Raises ValueError for another padding, for sizes below 1, for a signal
    that is not (S,), and if there is no frame.
    """
    signal = np.asarray(signal)
    S, L, H = len(signal) if signal.ndim == 1 else 0, frame_length, hop_length
    if not S or min(L, H) < 1:
        raise ValueError(
            f"no frames of {L} samples, {H} apart, in {signal.shape}"
        )
    same = max((-(-S // H) - 1) * H + L - S, 0)
    ends = {
        "valid": (0, 0),
        "same": (same // 2, same - same // 2),
        "center": (L // 2, L // 2),
    }
    if padding not in ends:
        raise ValueError(
            f"padding must be one of {', '.join(ends)}, got {padding!r}"
        )
    signal = np.pad(signal, ends[padding])
    if len(signal) < L:
        raise ValueError(f"{S} samples hold no frame of {L}")
    every = np.lib.stride_tricks.sliding_window_view(signal, L)
    return every[::H].copy()  # (36.6)


# --8<-- [end:frames]
