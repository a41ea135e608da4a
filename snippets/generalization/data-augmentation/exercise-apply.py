# kind: exact
"""Quarter turns, as a transform of one's own."""

# --8<-- [start:solution]
import torch

from chainrule.data.transforms import Transform


class RandomQuarterTurns(Transform):
    """By 0, 90, 180 or 270 degrees counterclockwise."""

    def draw(self, image, generator=None):
        return torch.randint(4, (1,), generator=generator).item()

    def apply(self, image, k):
        return image.rot90(k, (-2, -1))


turn, image = RandomQuarterTurns(), torch.arange(6.0).view(1, 2, 3)
for k in range(3):
    print(turn.apply(image, k)[0].int().tolist())
generator = torch.Generator().manual_seed(0)
print({turn.draw(image, generator) for _ in range(100)})
# --8<-- [end:solution]
