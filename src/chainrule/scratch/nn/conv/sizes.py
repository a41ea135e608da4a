"""How many windows fit, and how much of the input each one sees."""


# --8<-- [start:output-size]
def conv_output_size(
    size, kernel_size, stride=1, padding=0, dilation=1, ceil_mode=False
):
    """How many windows fit along an axis of that size, as in torch.

    padding is added at both ends. With ceil_mode a last window may hang
    over, if it begins in the input or in the padding before it; pooling
    does so. Raises ValueError for a kernel larger than the padded input,
    and for sizes that are none.
    """
    if min(kernel_size, stride, dilation) < 1 or padding < 0:
        raise ValueError(
            f"no windows with kernel_size {kernel_size}, stride {stride}, "
            f"padding {padding}, dilation {dilation}"
        )
    padded, span = size + 2 * padding, dilation * (kernel_size - 1) + 1
    left = padded - span + (stride - 1 if ceil_mode else 0)
    if left < 0:
        raise ValueError(
            f"a kernel over {span} places does not fit into {padded}, "
            f"{size} with {padding} more at both ends"
        )
    count = left // stride + 1
    if ceil_mode and (count - 1) * stride >= size + padding:
        count -= 1  # the last window would see padding alone
    return count


# --8<-- [end:output-size]


# --8<-- [start:receptive-field]
def receptive_field_size(layers):
    """How many places of the input a number after these layers sees.

    layers are pairs (kernel_size, stride) or triples with a dilation,
    along one axis, the first layer first: each adds dilation *
    (kernel_size - 1) steps, as long as all strides before it make them.
    Raises ValueError for a number below 1.
    """
    size = step = 1
    for kernel_size, stride, *rest in layers:
        if min(kernel_size, stride, *rest) < 1:
            raise ValueError(f"no layer: {(kernel_size, stride, *rest)}")
        size += (kernel_size - 1) * (rest[0] if rest else 1) * step
        step *= stride
    return size


# --8<-- [end:receptive-field]
