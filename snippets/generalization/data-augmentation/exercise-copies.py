# kind: numeric
"""The nearest neighbour on digits with five turned copies of each."""

# --8<-- [start:solution]
import numpy as np
import torch
from sklearn.datasets import load_digits
from sklearn.neighbors import KNeighborsClassifier

from chainrule.data.transforms import rotate
from chainrule.training import GroupKFold, KFold

x, t = load_digits(return_X_y=True)
order = np.random.default_rng(0).permutation(len(x))[:100]
images, t = torch.tensor(x[order]).view(-1, 8, 8), t[order]
turned = [rotate(images, angle, "bilinear") for angle in (-6, -3, 0, 3, 6)]
X = torch.cat(turned).flatten(1).numpy()  # 500 rows, five of each image
targets, image = np.tile(t, 5), np.tile(np.arange(100), 5)


def accuracy(train, held):
    model = KNeighborsClassifier(1).fit(X[train], targets[train])
    return model.score(X[held], targets[held])


shuffled = KFold(5, shuffle=True, random_state=0).split(X)
whole = GroupKFold(5).split(X, groups=image)
for name, folds in (("copies torn apart", shuffled), ("kept together", whole)):
    print(f"{name:18}{np.mean([accuracy(*fold) for fold in folds]):.2f}")
# --8<-- [end:solution]
