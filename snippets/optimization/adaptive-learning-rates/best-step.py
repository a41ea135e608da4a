# kind: exact
"""What the root mean square of slopes knows about the second derivative."""

# --8<-- [start:best-step]
import numpy as np

x = np.linspace(-1, 1, 201)  # places visited, the minimum is at 0
print("second derivative  range  RMS of slopes  distance / range")
for second, width in ((1, 1), (4, 1), (1, 5), (4, 5)):
    slope = second * width * x
    rms = np.sqrt(np.mean(slope**2))
    ratio = abs(slope[0]) / rms
    print(f"{second:17d}  {width:5d}  {rms:13.3f}  {ratio:16.3f}")
# --8<-- [end:best-step]
