# ---
# description: 案例一的运行笔记本：读数据、检查梯度、有无动量各训练一次、用验证集选学习率，最后看一眼测试集。
# search: {boost: 0.8}
# ---

# %% [markdown]
# # 案例一的运行笔记本
#
# [案例一](mnist-from-scratch.md)写好了加载器、损失、优化器和求解器。这个笔记本就是作业里说的 `runner.ipynb`：从读数据开始，一直运行到最后那一个数。不妨改几个值，再运行一遍。
#
# ## 数据 { #data }
#
# 用 scikit-learn 自带的数字，缩放到 $[0, 1]$。五分之一作测试集；剩下的再拿出 359 个作验证集。

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
# 要用 MNIST，就把上一格的前两行换成 `data = MNIST("folder", download=True)`，以 `data.train` 为剩下的部分，图片摊平成行，再除以 `255`。
#
# ## 梯度对不对 { #gradient-check }
#
# 手写的梯度，应当先检查，再拿去训练。权重接近零时，损失必须接近 $\ln 10$。把一个权重移动 $\pm h$，损失的变化也必须和梯度说的一样：
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
# 两条都对得上，后一条检查了全部 $64 \times 10$ 个权重。符号写反、漏了 $1/B$，在这里就会露馅，不必等到看见一条不太理想的曲线再去猜。
#
# ## 训练 { #training }
#
# 做一个求解器再训练，写成一个函数，这样每次比较只要一行。训练三次：普通 SGD；同样的学习率加上动量；普通 SGD、学习率十倍，也就是第二种的[有效学习率](mnist-from-scratch.md#numpy-momentum-sgd)。


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
# ![两幅图，横轴二十轮，训练用实线，验证用虚线。学习率 0.1 的普通 SGD 损失降得慢，最后远高于另外两个，准确率最低。带动量的和学习率为 1 的普通 SGD 一起下降，开头很陡。](figure:curves "学习率 0.1 加动量，和学习率 1 的普通 SGD，走的路几乎一样。")
#
# 有动量，几轮就到了普通 SGD 二十轮也到不了的地方。可是学习率大一些的普通 SGD 也到得了：在这个损失上，两者是一回事。
#
# ## 批次大小 { #batch-size }

# %%
sizes = 10, 32, 100, 320
lines = [f"B = {size:3}: {report(run(0.1, 0.9, size))}" for size in sizes]
print("\n".join(lines))

# %% [markdown]
# 学习率固定，批次小的领先，因为一轮里步数更多。案例里有更多讨论。
#
# ## 用验证集来选 { #choosing }
#
# 四个学习率，各用五个种子。种子只改变样本的顺序，所以离散很小；恰好是哪 359 个样本当了验证集，影响更大。

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
# 最大的两个学习率，差别没有超出离散范围。选中的是最后一个，只占一点点便宜；换一个验证集，也许就选了另一个。
#
# ## 看一眼测试集 { #test }
#
# 全都选定了，测试集可以说话了，只说一次。

# %%
loss, accuracy = chosen.test(*test)
error = np.sqrt(accuracy * (1 - accuracy) / len(test[1]))
print(f"lr = {chosen.optimizer.lr}: test {accuracy:.1%} +- {error:.1%}")

# %% [markdown]
# 下面是模型最先认错的几个数字，上方写着目标和预测：

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
# ![六张认错的数字小图，每张上方写着目标和预测。有几张墨很淡，或者笔画粘在一起。](figure:mistakes "测试集上的六个错误。目标 → 预测。")
#
# 有几个人也会认错。另一些，对看笔画、而不是看 64 个孤立像素的人来说，并不难。
