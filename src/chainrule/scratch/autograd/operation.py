"""How an operation of tensors is made of a function of arrays."""

# --8<-- [start:operation]


def operation(f):
    """Makes an operation of tensors from f, a function of their arrays.

    The arguments before the slash are operands. f returns the value y
    and for each operand a function that turns dL/dy into dL/da. Raises
    ValueError, with the shapes, where f does.
    """
    name, count = f.__name__, f.__code__.co_posonlyargcount

    def method(self, *given, **options):
        others, given = given[: count - 1], given[count - 1 :]
        parents = self, *map(self.operand, others)
        arrays = [x.data for x in parents]
        try:
            y, *derivatives = f(*arrays, *given, **options)
        except ValueError as error:
            shapes = " and ".join(str(a.shape) for a in arrays)
            raise ValueError(f"{name} of {shapes}: {error}") from None
        return self.made(name, y, parents, derivatives)

    method.__name__, method.__doc__ = name, f.__doc__
    return method


# --8<-- [end:operation]
