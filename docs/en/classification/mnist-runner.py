# ---
# description: "The runner of the digits case: data, gradient check, training with and without momentum, choosing a rate on the validation set, and one look at the test set."
# search: {boost: 0.8}
# ---

# %% [markdown]
# # The runner of case 1
#
# [Case 1](mnist-from-scratch.md) built a loader, a loss, an optimizer and a solver. This notebook is the file that the assignment calls `runner.ipynb`: it runs them, from the data to the one number at the end. Change a value and run it again.
#
# ## Data { #data }
#
# The digits that scikit-learn ships, scaled to $[0, 1]$. A fifth is the test set; from the rest another 359 become the validation set.

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

from chainrule.data import Loader, split
from chainrule.scratch.models.softmax_classifier import SoftmaxClassifier
from chainrule.scratch.optim import MomentumSGD
from chainrule.scratch.training import Solver, plot_loss_and_acc

# %%
images, classes = load_digits(return_X_y=True)
rest, test = split(images / 16, classes, 359)
train, validation = split(*rest, 359)
print([X.shape for X, t in (train, validation, test)])
print(np.bincount(train[1]))

# %% [markdown]
# For MNIST, replace the first two lines of the last cell by `data = MNIST("folder", download=True)` and take `data.train` as the rest, its pictures laid out in rows and divided by `255`.
#
# ## Is the gradient right? { #gradient-check }
#
# A gradient written by hand deserves a test before it trains anything. At weights close to zero the loss must be near $\ln 10$. And moving one weight by $\pm h$ must change the loss as the gradient says,
#
# $$
# \frac{\partial L}{\partial w} \approx \frac{L(w + h) - L(w - h)}{2h}
# $$

# %%
model = SoftmaxClassifier(64, 10, float)
X, t = train[0][:5], train[1][:5]
model.W += 0.01 * np.random.default_rng(0).normal(size=model.W.shape)
loss, accuracy, (by_W, by_b) = model.loss_and_gradients(X, t)
print(f"loss {loss:.3f}, ln 10 = {np.log(10):.3f}")

h, numeric = 1e-5, np.zeros_like(model.W)
for place in np.ndindex(*model.W.shape):
    model.W[place] += h
    up = model.loss_and_gradients(X, t)[0]
    model.W[place] -= 2 * h
    down = model.loss_and_gradients(X, t)[0]
    model.W[place] += h
    numeric[place] = (up - down) / (2 * h)
print(np.abs(by_W - numeric).max() < 1e-9)

# %% [markdown]
# Both hold, the second for all $64 \times 10$ weights. A wrong sign or a forgotten $1/B$ would have shown here, and not as a curve that looks merely disappointing.
#
# ## Training { #training }
#
# One function makes and trains a solver, so that a comparison is a line. Three runs: plain SGD, momentum at the same rate, and plain SGD at ten times the rate, which is the [effective rate](mnist-from-scratch.md#numpy-momentum-sgd) of the second.


# %%
def run(lr, momentum=0.0, size=100, seed=0, epochs=20):
    """A trained solver."""
    model = SoftmaxClassifier(64, 10, float)
    optimizer = MomentumSGD(model.params, lr, momentum)
    loader = Loader(*train, size, seed)
    solver = Solver(model, optimizer, loader, validation)
    solver.train(epochs)
    return solver


def report(solver):
    last = {name: values[-1] for name, values in solver.history.items()}
    text = f"loss {last['loss']:.3f}, accuracy {last['accuracy']:.1%}"
    return f"{text}, validation {last['val_accuracy']:.1%}"


solvers = {
    r"$\mu = 0$": run(0.1),
    r"$\mu = 0.9$": run(0.1, 0.9),
    r"$\mu = 0$, $10\,\eta$": run(1.0),
}
print("\n".join(map(report, solvers.values())))

# %% curves
figure, axes = plt.subplots(1, 2, figsize=(6.4, 3))
labels = ("epoch", "loss", "accuracy")
runs = {name: solver.history for name, solver in solvers.items()}
plot_loss_and_acc(runs, axes, labels)
axes[1].set_ylim(0.7, 1)
plt.show()

# %% [markdown]
# ![Two panels over twenty epochs, training solid and validation dashed. Plain SGD at rate 0.1 falls slowly in loss and ends far above the other two, with the lowest accuracy. Momentum and plain SGD at rate 1 fall together, steeply at first.](figure:curves "Momentum at rate 0.1 and plain SGD at rate 1 go nearly the same way.")
#
# Momentum reaches in a few epochs what plain SGD does not reach in all of them. But so does plain SGD with a larger rate: on this loss the two are one.
#
# ## Batch size { #batch-size }

# %%
sizes = 10, 32, 100, 320
lines = [f"B = {size:3}: {report(run(0.1, 0.9, size))}" for size in sizes]
print("\n".join(lines))

# %% [markdown]
# At a fixed rate, small batches are ahead, because an epoch has more steps. The case says more about it.
#
# ## Choosing on the validation set { #choosing }
#
# Four rates, five seeds each. The seeds change the order of the samples only, so the spread is small; which 359 samples happen to be the validation set matters more.

# %%
chosen, best, lines = None, 0.0, []
for lr in (0.03, 0.1, 0.3, 1.0):
    runs = [run(lr, 0.9, seed=seed) for seed in range(5)]
    accuracy = [solver.history["val_accuracy"][-1] for solver in runs]
    mean, spread = np.mean(accuracy), np.std(accuracy)
    lines.append(f"lr = {lr:4}: {mean:.1%} +- {spread:.1%}")
    if mean > best:
        chosen, best = runs[0], mean
print("\n".join(lines))

# %% [markdown]
# The two largest rates are equal within their spread. The last one is chosen, by a hair; another validation set might have chosen the other.
#
# ## One look at the test set { #test }
#
# Everything is chosen, so the test set may speak, once.

# %%
loss, accuracy = chosen.test(*test)
error = np.sqrt(accuracy * (1 - accuracy) / len(test[1]))
print(f"lr = {chosen.optimizer.lr}: test {accuracy:.1%} +- {error:.1%}")

# %% [markdown]
# And these are the first digits that the model gets wrong, target and prediction above each:

# %% mistakes
X, t = test
y = chosen.model.predict(X)
wrong = np.flatnonzero(y != t)[:6]
_, axes = plt.subplots(1, len(wrong), figsize=(5.6, 1.4))
for axis, n in zip(axes, wrong, strict=True):
    axis.imshow(X[n].reshape(8, 8), cmap="gray_r", vmin=0, vmax=1)
    axis.set_title(f"{t[n]} → {y[n]}", fontsize=14)
    axis.axis("off")
plt.show()

# %% [markdown]
# ![Six small grey pictures of digits that were read wrongly, each with its target and the prediction. Several are faint or have merged strokes.](figure:mistakes "Six mistakes on the test set. Target → prediction.")
#
# Some of them a person would miss, too. Others would be easy for someone who sees strokes instead of 64 separate pixels.
