# kind: exact
"""What is asked of a decoder that only repeats its newest input."""

# --8<-- [start:shift]
import torch

from chainrule.generation import PrefixDecoder, greedy
from chainrule.nn import CrossEntropyLoss

VOCABULARY = ["<begin>", "<end>", "机", "器", "学", "习"]
y = torch.tensor([0, 2, 3, 4, 5, 1])  # <begin> 机 器 学 习 <end>
repeat = 20 * torch.eye(6)  # logits after each token: itself
loss = CrossEntropyLoss()

print(f"y[:-1] in, y[1:] asked: {loss(repeat[y[:-1]], y[1:]):.1f}")
print(f"y in, y asked:          {loss(repeat[y], y):.1f}")

said = greedy(PrefixDecoder(lambda tokens: repeat[tokens]), 0, 1, 4)[0]
print("and it says:", *(VOCABULARY[n] for n in said))
# --8<-- [end:shift]
