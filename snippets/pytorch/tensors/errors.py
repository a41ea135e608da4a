# kind: exact
"""What beginners meet, with the words of torch that all versions share."""

# --8<-- [start:shapes]
import torch

cross_entropy = torch.nn.functional.cross_entropy
z = torch.zeros(2, 3)  # two samples, three classes
cases = {
    "z @ z": "shapes cannot be multiplied (2x3 and 2x3)",
    "z + torch.ones(2)": "must match the size of tensor b (2)",
    "z.T.view(6)": "view size is not compatible",
    "z.reshape(4)": "is invalid for input of size 6",
    "torch.cat([z, torch.ones(2, 2)])": "Sizes of tensors must match",
    "cross_entropy(z, torch.tensor([0, 1, 2]))": (
        "input batch_size (2) to match target batch_size (3)"
    ),
}
# --8<-- [end:shapes]

# --8<-- [start:dtypes]
cases |= {
    "z @ z.double().T": "to have the same dtype",
    "torch.tensor([1, 2]).mean()": "could not infer output dtype",
    "z[torch.tensor([0.0, 1.0])]": "tensors used as indices must be",
    "cross_entropy(z, torch.tensor([0.0, 1.0]))": "Long",
    "torch.tensor([1, 2], requires_grad=True)": (
        "Only Tensors of floating point"
    ),
}
# --8<-- [end:dtypes]

# --8<-- [start:rest]
w = torch.ones(2, requires_grad=True)
cases |= {
    "w.item()": "a Tensor with 2 elements cannot be converted",
    "bool(w > 0)": "with more than one value is ambiguous",
    "w.numpy()": "call numpy() on Tensor that requires grad",
    "w.add_(1)": "a leaf Variable that requires grad",
    "z + torch.zeros(2, 3, device='meta')": "device meta",
}
# --8<-- [end:rest]

# --8<-- [start:show]
for code, words in cases.items():
    try:
        eval(code)
    except (RuntimeError, ValueError, IndexError) as error:
        if words not in str(error):
            raise
        print(f"{code}\n    {type(error).__name__}: ... {words} ...")
# --8<-- [end:show]
