"""Text as sequences of tokens.

>>> tree = ("S", ("NP", "deep", "learning"), ("VP", "is", "powerful"))
>>> " ".join(tree_to_sequence(tree))
'(S (NP deep learning )NP (VP is powerful )VP )S'
>>> sequence_to_tree("(NP deep learning )NP".split())
('NP', 'deep', 'learning')
"""

from chainrule.text.trees import sequence_to_tree, tree_to_sequence

__all__ = [
    "sequence_to_tree",
    "tree_to_sequence",
]
