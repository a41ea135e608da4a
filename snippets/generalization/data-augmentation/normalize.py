# kind: numeric
"""Statistics of the training images, the order of transforms, and refusals."""

# --8<-- [start:normalize]
import numpy as np
import torch
from sklearn.datasets import load_sample_image

from chainrule.data import transforms as T

photo = torch.tensor(load_sample_image("china.jpg")).permute(2, 0, 1)
training = [photo.float() / 255]  # (3, 427, 640) in [0, 1]; here only one
pixels = torch.cat([image.flatten(1) for image in training], dim=1)
mean, std = pixels.mean(dim=1), pixels.std(dim=1)
print("mean", np.round(mean.tolist(), 3), "std", np.round(std.tolist(), 3))
normalize = T.Normalize(mean, std)
train = T.Compose([T.RandomResizedCrop(64), T.ColorJitter(0.4), normalize])
test = T.Compose([T.Resize(72), T.CenterCrop(64), normalize])
print(*train(training[0]).shape, *test(training[0]).shape)
for wrong, image in ((train, photo), (T.ColorJitter(0.4), test(training[0]))):
    try:
        wrong(image)
    except (TypeError, ValueError) as error:
        print(error)
# --8<-- [end:normalize]
