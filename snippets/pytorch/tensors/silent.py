# kind: exact
"""What goes wrong without an error."""

# --8<-- [start:silent]
import torch

pixel = torch.tensor([250, 100], dtype=torch.uint8)
print("uint8: 250 + 10 =", (pixel + 10)[0].item())
print("uint8: 100 - 250 =", (pixel[1] - pixel[0]).item())
print("divide: -7 / 2 =", (torch.tensor(-7) / 2).item(), end=", ")
print("-7 // 2 =", (torch.tensor(-7) // 2).item())

big = torch.tensor(2.0**24)  # float32
print(f"float32: {big.item():.0f} + 1 = {(big + 1).item():.0f}")
million = torch.tensor(1e6)
print("float32: 1000000 + 0.03 == 1000000:", (million + 0.03 == million).item())
print("float16: 300 * 300 =", torch.tensor(300.0).half().square().item())

nan = torch.tensor([1.0, float("nan")])
print("nan: equal to itself:", (nan == nan).tolist())
print("nan: maximum:", nan.max().item(), " mean:", nan.mean().item())

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
x[x > 4][0] = 9.0  # writes into a copy
print("mask: x[x > 4][0] = 9 leaves", x[1].tolist())
row = x[0]
row *= 10  # writes into x
print("alias: row *= 10 changes x to", x[0].tolist())
# --8<-- [end:silent]
