# kind: exact
"""A row of a table, as a product, and its gradient."""

# --8<-- [start:table]
import numpy as np

from chainrule.scratch.nn import Embedding

layer = Embedding(num_embeddings=6, embedding_dim=2, rng=0)
words = np.array([4, 1, 4])  # word 4 comes twice
y = layer.forward(words)
one_hot = np.eye(6)[words]
print("same as one-hot times table:", np.array_equal(y, one_hot @ layer.weight))

dy = np.array([[1.0, 2], [3, 4], [10, 20]])
layer.backward(dy)
print(layer.grad_weight.tolist())
product = one_hot.T @ dy
print("same as the product's:", np.array_equal(layer.grad_weight, product))
wrong = np.zeros((6, 2))
wrong[words] += dy  # the second 4 overwrites the first
print("row 4 by += :", wrong[4].tolist())
# --8<-- [end:table]
