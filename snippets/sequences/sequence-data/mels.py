# kind: exact
"""Steps of 1000 Hz in mels."""

# --8<-- [start:mels]
from chainrule.data.audio import hz_to_mel

for low in (0, 1000, 4000, 7000):
    step = hz_to_mel(low + 1000) - hz_to_mel(low)
    print(f"from {low} to {low + 1000} Hz: {step:.0f} mels")
# --8<-- [end:mels]
