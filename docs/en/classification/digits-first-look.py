# ---
# description: "Eighteen hundred small pictures of digits: look at them, average them, and read nine out of ten by asking which mean image is nearest."
# ---

# %% [markdown]
# # A first look at handwritten digits
#
# How far does plain averaging get us in reading handwriting? Ten mean images, one for each digit, and the question “which of them is nearest?” read nine digits out of ten. On the way we do what should come before every model: look at the data.
#
# ## Pictures are rows of numbers { #the-data }
#
# scikit-learn brings some eighteen hundred scanned digits along. Each is a grid of $8 \times 8$ pixels with values from 0 (paper) to 16 (ink), stored as one row of 64 numbers. The row is the sample $x_n$; the digit that the writer meant is its target $t_n$.

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

X, t = load_digits(return_X_y=True)
print(X.shape, t.shape, X.min(), X.max())
print(np.bincount(t))

# %% [markdown]
# Every digit occurs about equally often, so guessing is right one time in ten. Here is the first sample, as the computer sees it:

# %%
print(X[0].reshape(8, 8).astype(int))
print("t =", t[0])

# %% [markdown]
# A ring of large numbers around zeros: that is a 0. The function below turns rows back into pictures; we shall use it several times.


# %% pictures
def show(images, titles, rows=1):
    """Draw rows of 64 numbers as pictures of 8 by 8 pixels."""
    columns = len(images) // rows
    _, axes = plt.subplots(rows, columns, figsize=(5.6, 1.1 * rows))
    for axis, image, title in zip(axes.flat, images, titles, strict=True):
        axis.imshow(image.reshape(8, 8), cmap="gray_r", vmin=0, vmax=16)
        axis.set_title(title, fontsize=14)
        axis.axis("off")
    plt.show()


show(X[:20], t[:20], rows=2)

# %% [markdown]
# ![Twenty small grey pictures of digits in two rows, each with its target above it. Most can be read at once; in the second row the 8 leans into a stroke and the 9 has lost its loop.](figure:pictures "The first twenty samples and their targets. The grid is so coarse that some are hard for us too.")
#
# ## What the pixels do { #pixels }
#
# Before any model, three questions: which values occur, where, and how much do they vary?

# %% pixels
print(f"{(X == 0).mean():.1%} of all numbers are 0")
print("pixels that are always 0:", np.flatnonzero(X.max(axis=0) == 0))

names = [r"$\bar x$", r"$\sigma$"]
figure, axes = plt.subplots(1, 2, figsize=(5.6, 2.4))
for axis, f, name in zip(axes, [np.mean, np.std], names, strict=True):
    image = f(X, axis=0).reshape(8, 8)
    shown = axis.imshow(image, cmap="gray_r", vmin=0)
    axis.set_title(name, fontsize=14)
    figure.colorbar(shown, ax=axis)
plt.show()

# %% [markdown]
# ![Two grids of 8 by 8 pixels with a scale each. In the mean, the ink is in the middle columns and there is none at the left and right edge. The standard deviation is small at the edges and large all over the middle.](figure:pixels "Mean $\bar x$ and standard deviation $\sigma$ of each pixel over all samples.")
#
# Almost half of the numbers are zero. The columns at the edge say next to nothing, and three pixels never see any ink, so dividing by their standard deviation would be a division by zero: standardizing without having looked is a bad idea here. Whatever tells the digits apart must be in the middle, where the values vary.
#
# ## One mean for each digit { #class-means }
#
# We want to know how well a rule reads digits that it has not seen. So a quarter of the samples is put aside as a test set, with the same share of each digit, and only the training set may shape the rule. From it we take the mean of each class $c$,
#
# $$
# \mu_c = \frac{1}{N_c} \sum_{n :\, t_n = c} x_n
# $$
#
# where $N_c$ is the number of training samples with target $c$.

# %% means
from sklearn.model_selection import train_test_split

parts = train_test_split(X, t, test_size=0.25, stratify=t, random_state=0)
X_train, X_test, t_train, t_test = parts
print(X_train.shape, X_test.shape)

mu = np.array([X_train[t_train == c].mean(axis=0) for c in range(10)])
show(mu, range(10), rows=2)

# %% [markdown]
# ![Ten blurred digits from 0 to 9. All can be read; 0 and 6 are sharp, 1, 8 and 9 are smeared.](figure:means "The ten class means. Where writers agree the mean is sharp, where they do not it is blurred.")
#
# ## The nearest mean { #nearest-mean }
#
# A new picture gets the digit whose mean is closest, by the sum of squared differences over the 64 pixels:
#
# $$
# y = \arg\min_c \lVert x - \mu_c \rVert^2
# $$
#
# Broadcasting computes all $N \times 10$ distances at once.


# %%
def nearest_mean(X, mu):
    """The class whose mean is closest, for each row of X."""
    difference = X[:, None, :] - mu  # (N, 1, 64) - (10, 64)
    distance = (difference**2).sum(axis=-1)  # (N, 10)
    return distance.argmin(axis=-1)


y = nearest_mean(X_test, mu)
print(f"{np.sum(y == t_test)} of {len(y)} right: {np.mean(y == t_test):.1%}")

# %% [markdown]
# Nine out of ten, from ten averages and no training to speak of. Any model that wants to be called good has to beat this number.
#
# ## It is a linear rule { #linear-rule }
#
# Expand the square:
#
# $$
# \lVert x - \mu_c \rVert^2 = \lVert x \rVert^2 - 2 \left( \mu_c^\top x - \tfrac12 \lVert \mu_c \rVert^2 \right)
# $$
#
# The first term is the same for all classes and decides nothing. The smallest distance is therefore the largest
#
# $$
# y = \arg\max_c \left( \mu_c^\top x - \tfrac12 \lVert \mu_c \rVert^2 \right)
# $$
#
# which is a linear model for each class, with weights $\mu_c$ and bias $-\tfrac12 \lVert \mu_c \rVert^2$: the ten means are the ten rows of a weight matrix. Both forms must agree on every test sample, and they do:


# %%
def linear_rule(X, mu):
    """The same classes from one matrix product."""
    score = X @ mu.T - (mu**2).sum(axis=-1) / 2  # (N, 10)
    return score.argmax(axis=-1)


print(np.array_equal(linear_rule(X_test, mu), y))

# %% [markdown]
# scikit-learn calls this classifier `NearestCentroid`. Its means and its predictions are ours:

# %%
import warnings

from sklearn.neighbors import NearestCentroid

with warnings.catch_warnings():  # it warns of pixels that never vary
    warnings.simplefilter("ignore")
    centroids = NearestCentroid().fit(X_train, t_train)
print(np.array_equal(centroids.predict(X_test), y))
print(np.abs(centroids.centroids_ - mu).max() < 1e-12)

# %% [markdown]
# ## The confusion matrix: who is taken for whom { #confusion }
#
# One number hides much. The confusion matrix counts the test samples by target (row) and prediction (column); the diagonal is what went right.

# %%
table = np.zeros((10, 10), dtype=int)
np.add.at(table, (t_test, y), 1)
print(table)

# %% [markdown]
# Row 8 is the worst, and its largest loss is in column 1: eights that are read as ones. Rows 2, 3 and 5 lose most to 1, 8 and 9. Nobody is taken for a 0. Let us look at those eights.

# %% mistakes
eights = np.flatnonzero((t_test == 8) & (y == 1))
images = [*X_test[eights], mu[8], mu[1]]
show(images, [*("8" for _ in eights), r"$\mu_8$", r"$\mu_1$"])

# %% [markdown]
# ![A row of small pictures: some eights, most of them narrow, with loops that have run together, then the mean of the eights, wide and blurred, and the mean of the ones, a vertical bar.](figure:mistakes "The eights that were read as 1, and the two means that they were compared with.")
#
# Most of these eights are narrow, and on so coarse a grid their loops run together. Pixel by pixel such a stroke is closer to the bar of $\mu_1$ than to the wide, blurred $\mu_8$. The rule sees pixels, not shapes: a digit moved by one pixel is another row of numbers.
#
# ## Down to two numbers { #plane }
#
# Sixty-four dimensions cannot be drawn. Principal component analysis (PCA) finds the plane in which the samples are spread most: subtract the mean $\bar x$ of the training set, take the singular value decomposition $X - \bar x = U S V^\top$, and keep the first two rows of $V^\top$.

# %%
center = X_train.mean(axis=0)
U, s, Vt = np.linalg.svd(X_train - center, full_matrices=False)
share = s**2 / np.sum(s**2)
print(f"{share[:2].sum():.1%} of the variance is in the plane")

# %% [markdown]
# The plane holds little more than a quarter of the variance. It was found without the targets; we use them only to draw each test sample as its digit.

# %% plane
Z = (X_test - center) @ Vt[:2].T
plt.figure(figsize=(5.6, 4.6))
for c in range(10):
    plt.scatter(*Z[t_test == c].T, marker=f"${c}$", s=60, linewidths=0.3)
plt.xlabel("$z_1$", fontsize=14)
plt.ylabel("$z_2$", fontsize=14)
plt.show()

# %% [markdown]
# ![Scatter plot of small digits. The zeros, fours and sixes form groups of their own at the edge; ones, eights, fives and others lie on top of each other in the middle.](figure:plane "The test set in the plane of the two main directions of the training set. Which way an axis points means nothing.")
#
# Zeros, fours and sixes stand apart, and the middle is a crowd. What is mixed here need not be mixed in 64 dimensions; the same rule, with $d$ directions kept, tells how much the picture leaves out:

# %%
for d in (2, 5, 10, 64):
    axes = Vt[:d].T
    z = nearest_mean((X_test - center) @ axes, (mu - center) @ axes)
    print(f"d = {d:2}: {np.mean(z == t_test):.1%}")

# %% [markdown]
# With ten directions the rule is nearly as good as with all 64, so most of the pixels repeat each other. With two it reads six digits out of ten: a plot of data is a shadow, and being mixed in the shadow proves nothing.
#
# ## How far to trust the number { #limits }
#
# The accuracy came from one split. Twenty others show how much of it is luck:

# %%
accuracy = []
for k in range(20):
    data = train_test_split(X, t, test_size=0.25, stratify=t, random_state=k)
    A, B, a, b = data
    means = np.array([A[a == c].mean(axis=0) for c in range(10)])
    accuracy.append(np.mean(nearest_mean(B, means) == b))
print(f"{np.mean(accuracy):.1%} on average over {len(accuracy)} splits")
print(f"from {min(accuracy):.1%} to {max(accuracy):.1%}")

# %% [markdown]
# So our accuracy is known to a few points only: with a few hundred test samples the decimal says nothing, and two models that differ by one point are not yet different.
#
# There is a second, quieter limit, and no split of ours can show it. The data were [collected from 43 people](https://doi.org/10.24432/C50P49), and scikit-learn's copy holds those of 13 of them, without saying who wrote what. A random split puts each writer on both sides, so we measure how well the rule reads these hands. A stranger's hand is harder.
#
# And one mean for each class cannot follow a digit that is written in two ways: between a 1 with a foot and a 1 without lies a 1 that nobody writes.
#
# ## What comes next { #next }
#
# The weights of the linear rule were averages; nothing made them good at telling digits apart. There are two ways on. Ask what the classes look like, with more than a mean: the chapter on generative classifiers shows under which assumption the nearest mean is the best possible rule. Or ask for the weights that make the fewest mistakes, and find them as in [linear regression](../basics/linear-regression.md), by [gradient descent](../basics/linear-regression.md#gradient-descent-multi): that is logistic and softmax regression.
#
# Before you go on, change something and run it again:
#
# 1. Replace the mean by `np.median`. Which digits gain, which lose?
# 2. Shift the test pictures by one pixel with `np.roll`. How far does the accuracy fall?
# 3. Split the ones of the training set into two groups of your choice and give each its own mean. Does row 1 of the matrix improve?
#
# ## Sources { #sources }
#
# - E. Alpaydin, C. Kaynak, *Optical Recognition of Handwritten Digits*, UCI Machine Learning Repository, 1998, [doi:10.24432/C50P49](https://doi.org/10.24432/C50P49); the copy in scikit-learn is its test set, of 13 writers.
# - K. Pearson, “On lines and planes of closest fit to systems of points in space”, *Philosophical Magazine* 2, 1901: principal components.
