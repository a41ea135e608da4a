# ---
# description: 一千八百张小小的数字图片：先看，再求平均，然后问一句“离哪张平均图最近”，十个数字就能认对九个。
# ---

# %% [markdown]
# # 手写数字初探
#
# 只会求平均，能认出多少手写数字？给每个数字算一张平均图，再问“离哪一张最近”，十个里能认对九个。顺便养成一个好习惯：动手建模之前，先把数据看一遍。
#
# ## 图片就是一行数 { #the-data }
#
# scikit-learn 自带将近一千八百张扫描的手写数字。每张图有 $8 \times 8$ 个像素，取值从 0（白纸）到 16（墨），摊平了存成一行 64 个数。这一行就是样本 $x_n$，写字的人想写的那个数字就是目标 $t_n$。

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

X, t = load_digits(return_X_y=True)
print(X.shape, t.shape, X.min(), X.max())
print(np.bincount(t))

# %% [markdown]
# 各个数字的张数差不多，所以瞎猜的准确率是十分之一。先看第一个样本在计算机眼里的样子：

# %%
print(X[0].reshape(8, 8).astype(int))
print("t =", t[0])

# %% [markdown]
# 一圈大数围着几个零，原来是个 0。下面的函数把一行数还原成图片，后面还要用好几次。


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
# ![两排共二十张灰度小图，每张上方写着目标。多数一眼就能认出；第二排的 8 斜成了一道，9 上面的圈不见了。](figure:pictures "前二十个样本和它们的目标。像素太少，有几张人也不容易认。")
#
# ## 像素有什么规律 { #pixels }
#
# 建模之前先问三件事：有哪些取值？分布在哪里？变化有多大？

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
# ![两张 8 乘 8 的像素图，各带一条刻度。左边是平均值，墨集中在中间几列，左右边缘没有墨。右边是标准差，边缘很小，中间一大片都很大。](figure:pixels "每个像素在全部样本上的平均值 $\bar x$ 和标准差 $\sigma$。")
#
# 将近一半的数是零。最边上的两列几乎不含信息，还有三个像素从来没有沾过墨，标准差是零；如果不看数据就去做标准化，会碰上除以零。能区分数字的信息只可能在中间那一片，因为只有那里的值在变。
#
# ## 每个数字一张平均图 { #class-means }
#
# 我们关心的是，一条规则能不能认出它没见过的数字。所以先拿出四分之一的样本作测试集，各个数字的比例保持不变；定规则的时候只许用训练集。对每一类 $c$，取训练样本的平均：
#
# $$
# \mu_c = \frac{1}{N_c} \sum_{n :\, t_n = c} x_n
# $$
#
# 其中 $N_c$ 是目标为 $c$ 的训练样本个数。

# %% means
from sklearn.model_selection import train_test_split

parts = train_test_split(X, t, test_size=0.25, stratify=t, random_state=0)
X_train, X_test, t_train, t_test = parts
print(X_train.shape, X_test.shape)

mu = np.array([X_train[t_train == c].mean(axis=0) for c in range(10)])
show(mu, range(10), rows=2)

# %% [markdown]
# ![从 0 到 9 的十张模糊的图，都认得出来。0 和 6 比较清楚，1、8、9 糊成一片。](figure:means "十张平均图。大家写法一致的地方清楚，不一致的地方模糊。")
#
# ## 离谁最近 { #nearest-mean }
#
# 来了一张新图，就看它离哪张平均图最近。距离取 64 个像素之差的平方和：
#
# $$
# y = \arg\min_c \lVert x - \mu_c \rVert^2
# $$
#
# 借助广播机制，全部 $N \times 10$ 个距离一次算完。


# %%
def nearest_mean(X, mu):
    """The class whose mean is closest, for each row of X."""
    difference = X[:, None, :] - mu  # (N, 1, 64) - (10, 64)
    distance = (difference**2).sum(axis=-1)  # (N, 10)
    return distance.argmin(axis=-1)


y = nearest_mean(X_test, mu)
print(f"{np.sum(y == t_test)} of {len(y)} right: {np.mean(y == t_test):.1%}")

# %% [markdown]
# 只算了十个平均值，谈不上训练，就认对了九成。往后哪个模型想说自己好，得先超过这个数。
#
# ## 原来是线性规则 { #linear-rule }
#
# 把平方展开：
#
# $$
# \lVert x - \mu_c \rVert^2 = \lVert x \rVert^2 - 2 \left( \mu_c^\top x - \tfrac12 \lVert \mu_c \rVert^2 \right)
# $$
#
# 第一项对所有类别都一样，不影响胜负。距离最小，就是下面这个式子最大：
#
# $$
# y = \arg\max_c \left( \mu_c^\top x - \tfrac12 \lVert \mu_c \rVert^2 \right)
# $$
#
# 也就是说，每一类各有一个线性模型，权重是 $\mu_c$，偏置是 $-\tfrac12 \lVert \mu_c \rVert^2$；十张平均图就是权重矩阵的十行。两种写法对每个测试样本都应当给出同样的答案，确实如此：


# %%
def linear_rule(X, mu):
    """The same classes from one matrix product."""
    score = X @ mu.T - (mu**2).sum(axis=-1) / 2  # (N, 10)
    return score.argmax(axis=-1)


print(np.array_equal(linear_rule(X_test, mu), y))

# %% [markdown]
# scikit-learn 把这个分类器叫作 `NearestCentroid`。它的平均图、它的预测，都和我们的一样：

# %%
import warnings

from sklearn.neighbors import NearestCentroid

with warnings.catch_warnings():  # it warns of pixels that never vary
    warnings.simplefilter("ignore")
    centroids = NearestCentroid().fit(X_train, t_train)
print(np.array_equal(centroids.predict(X_test), y))
print(np.abs(centroids.centroids_ - mu).max() < 1e-12)

# %% [markdown]
# ## 谁被认成了谁 { #confusion }
#
# 一个准确率掩盖了很多事。混淆矩阵按目标（行）和预测（列）清点测试样本，对角线上是认对的。

# %%
table = np.zeros((10, 10), dtype=int)
np.add.at(table, (t_test, y), 1)
print(table)

# %% [markdown]
# 第 8 行最差，丢得最多的在第 1 列：8 认成了 1。2、3、5 丢得最多的，分别是认成 1、8、9。没有谁被错认成 0。来看看那几个 8。

# %% mistakes
eights = np.flatnonzero((t_test == 8) & (y == 1))
images = [*X_test[eights], mu[8], mu[1]]
show(images, [*("8" for _ in eights), r"$\mu_8$", r"$\mu_1$"])

# %% [markdown]
# ![一排小图：几个 8，大多很窄，上下两个圈糊在一起；然后是 8 的平均图，又宽又模糊；最后是 1 的平均图，一道竖杠。](figure:mistakes "被认成 1 的 8，以及和它们比较的两张平均图。")
#
# 这几个 8 大多写得窄，像素又少，两个圈糊成了一道。逐个像素去比，它离 $\mu_1$ 那道竖杠更近，离又宽又模糊的 $\mu_8$ 反而远。这条规则只认像素，不认形状：同一个数字挪动一格，就成了另一行数。
#
# ## 压到两个数 { #plane }
#
# 64 维画不出来。主成分分析（principal component analysis，PCA）找的是样本散得最开的那个平面：减去训练集的平均值 $\bar x$，做奇异值分解 $X - \bar x = U S V^\top$，留下 $V^\top$ 的前两行。

# %%
center = X_train.mean(axis=0)
U, s, Vt = np.linalg.svd(X_train - center, full_matrices=False)
share = s**2 / np.sum(s**2)
print(f"{share[:2].sum():.1%} of the variance is in the plane")

# %% [markdown]
# 这个平面只保住了四分之一多一点的方差。找它的时候没有用目标；画图时才用上，把每个测试样本画成它的数字。

# %% plane
Z = (X_test - center) @ Vt[:2].T
plt.figure(figsize=(5.6, 4.6))
for c in range(10):
    plt.scatter(*Z[t_test == c].T, marker=f"${c}$", s=60, linewidths=0.3)
plt.xlabel("$z_1$", fontsize=14)
plt.ylabel("$z_2$", fontsize=14)
plt.show()

# %% [markdown]
# ![由小数字组成的散点图。0、4、6 在边缘各自成团，1、8、5 等在中间叠成一片。](figure:plane "测试集在训练集两个主方向张成的平面上的样子。坐标轴朝哪边没有意义。")
#
# 0、4、6 各占一角，中间挤成一团。不过在这里混在一起，不等于在 64 维里也混在一起。只保留 $d$ 个方向，再用同一条规则，就知道这幅图丢掉了多少：

# %%
for d in (2, 5, 10, 64):
    axes = Vt[:d].T
    z = nearest_mean((X_test - center) @ axes, (mu - center) @ axes)
    print(f"d = {d:2}: {np.mean(z == t_test):.1%}")

# %% [markdown]
# 留十个方向，效果已经和 64 个差不多，可见像素之间大量重复。只留两个方向，十个里只认得对六个：散点图是数据的影子，影子重叠说明不了什么。
#
# ## 这个数有多可信 { #limits }
#
# 上面的准确率只来自一次划分。换二十次划分，看看其中有多少是运气：

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
# 所以上面的准确率，差几个百分点都正常。测试样本只有几百个，小数点后面那一位没有意义；两个模型只差一个百分点，还谈不上谁好谁坏。
#
# 还有一层限制不那么显眼，而且怎么划分都看不出来。数据[采自 43 个人](https://doi.org/10.24432/C50P49)，scikit-learn 收的这一份来自其中 13 个人，又没有标明哪张是谁写的。随机划分让同一个人的字同时出现在训练集和测试集里，测到的只是这些人的字认得怎样。换一个陌生人来写，只会更难。
#
# 另外，一类只有一张平均图，就照顾不到同一个数字的两种写法：带底横的 1 和不带底横的 1，平均出来的是谁也不会那样写的 1。
#
# ## 接下来 { #next }
#
# 这条线性规则的权重是平均出来的，没有谁要求它们善于区分数字。往下有两条路。一条路是把每一类的样子描述得更细，不只用一个平均值：讲概率生成模型的一章会说明，在什么假设下，“离谁最近”就是最好的规则。另一条路是直接去找犯错最少的权重，办法和[线性回归](../basics/linear-regression.md)一样，用[梯度下降](../basics/linear-regression.md#gradient-descent-multi)：这就是逻辑回归和 Softmax 回归。
#
# 往下读之前，不妨改一改再运行：
#
# 1. 把平均值换成 `np.median`。哪些数字认得更准了，哪些更差了？
# 2. 用 `np.roll` 把测试图片挪动一格。准确率掉了多少？
# 3. 把训练集里的 1 按自己的想法分成两组，各算一张平均图。混淆矩阵的第 1 行变好了吗？
#
# ## 资料来源 { #sources }
#
# - E. Alpaydin、C. Kaynak，*Optical Recognition of Handwritten Digits*，UCI Machine Learning Repository，1998，[doi:10.24432/C50P49](https://doi.org/10.24432/C50P49)；scikit-learn 收录的是其中的测试集，由 13 个人书写。
# - K. Pearson，“On lines and planes of closest fit to systems of points in space”，*Philosophical Magazine* 2，1901：主成分分析。
