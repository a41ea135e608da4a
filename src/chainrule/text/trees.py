"""A tree as a sequence of brackets and words, and back."""


# --8<-- [start:to-sequence]
def tree_to_sequence(tree):
    """Tokens of a tree: (S, what is in it, )S.

    A tree is a word, or (label, child, …) with at least one child. As
    Vinyals et al. (2015), arXiv:1412.7449, write it: each closing
    bracket says what it closes. Raises ValueError for words and labels
    that are empty, hold blanks or begin with a bracket.
    """
    if isinstance(tree, str):
        return [_checked(tree)]
    label, *children = tree
    if not children:
        raise ValueError(f"nothing below {label!r}")
    inside = [token for child in children for token in tree_to_sequence(child)]
    return [f"({_checked(label)}", *inside, f"){label}"]


# --8<-- [end:to-sequence]


def _checked(name):
    """A word or a label, as it is. ValueError if it would be read wrongly."""
    if not isinstance(name, str):
        raise TypeError(f"words and labels are strings, got {name!r}")
    if not name or name[0] in "()" or name.split() != [name]:
        raise ValueError(f"neither a word nor a label: {name!r}")
    return name


# --8<-- [start:to-tree]
def sequence_to_tree(tokens):
    """The tree that tree_to_sequence wrote.

    Raises ValueError if the tokens are no tree: a bracket that closes
    another, one left open, nothing inside, or something behind the end.
    """
    # for each open bracket its label and what came so far
    stack: list[list] = [[]]
    for place, token in enumerate(tokens):
        if len(stack) == 1 and stack[0]:
            raise ValueError(f"{token!r} at {place}: the tree has ended")
        if token[:1] == "(":
            stack.append([_checked(token[1:])])
        elif token[:1] == ")":
            node = stack.pop()
            if not stack or node[0] != token[1:]:
                raise ValueError(f"{token!r} at {place} closes nothing")
            if len(node) == 1:
                raise ValueError(f"{token!r} at {place}: nothing inside")
            stack[-1].append(tuple(node))
        else:
            stack[-1].append(_checked(token))
    if len(stack) > 1:
        raise ValueError(f"'({stack[-1][0]}' is never closed")
    if not stack[0]:
        raise ValueError("no tokens")
    return stack[0][0]


# --8<-- [end:to-tree]
