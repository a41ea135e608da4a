"""Where a model computes, and its batches with it."""

# --8<-- [start:get-device]
import torch


def get_device():
    """The fastest device of this machine: a GPU, Apple's, or the CPU."""
    if torch.cuda.is_available():  # NVIDIA's, and AMD's under the same name
        return torch.device("cuda")
    if torch.backends.mps.is_available():
        return torch.device("mps")
    return torch.device("cpu")


# --8<-- [end:get-device]


# --8<-- [start:move]
def device_of(model):
    """The device of a model's first parameter; the CPU where it has none."""
    parameter = next(model.parameters(), None)
    return torch.device("cpu") if parameter is None else parameter.device


def move(batch, device):
    """A batch on a device: its tensors, also within tuples, lists, dicts.

    What is no tensor stays as it is. A copy from pinned memory to CUDA
    does not wait for its end; the computations there do.
    """
    if isinstance(batch, torch.Tensor):
        if batch.device == device:
            return batch
        return batch.to(device, non_blocking=device.type == "cuda")
    if isinstance(batch, dict):
        return {name: move(part, device) for name, part in batch.items()}
    if isinstance(batch, tuple | list):
        parts = [move(part, device) for part in batch]
        if hasattr(batch, "_fields"):  # a named tuple
            return type(batch)(*parts)
        return type(batch)(parts)
    return batch


# --8<-- [end:move]
