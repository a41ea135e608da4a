# kind: numeric
"""A picture moved by one pixel: how much do the pooled maps change?"""

# --8<-- [start:shifting]
import torch
from sklearn.datasets import load_sample_image

from chainrule.nn import AvgPool2d, MaxPool2d

photo = torch.tensor(load_sample_image("china.jpg")[20:320, 150:450])
photo = photo.double().mean(2).reshape(100, 3, 100, 3).mean((1, 3))
dots = torch.eye(64).view(64, 8, 8)  # each with one bright pixel
halved = {
    "as it is": lambda x: x,
    "every second": lambda x: x[..., ::2, ::2],
    "max pooling": MaxPool2d(2),
    "average pooling": AvgPool2d(2),
}
print("moved by one pixel       photograph   dots unchanged")
for name, layer in halved.items():
    a, b = layer(photo[None, :, :-2]), layer(photo[None, :, 1:-1])
    change = (a - b).std() / a.std()
    moved = dots.roll(1, dims=2)
    same = (layer(dots) == layer(moved)).flatten(1).all(1).sum()
    print(f"{name:22} {change:8.2f} {same:12} of 64")
twice = MaxPool2d(2)(photo[None, :, 2:])
print("moved by two:", torch.equal(MaxPool2d(2)(photo[None])[..., 1:], twice))
# --8<-- [end:shifting]
