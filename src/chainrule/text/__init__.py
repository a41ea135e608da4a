"""Text as sequences of tokens.

>>> tree = ("S", ("NP", "deep", "learning"), ("VP", "is", "powerful"))
>>> " ".join(tree_to_sequence(tree))
'(S (NP deep learning )NP (VP is powerful )VP )S'
>>> sequence_to_tree("(NP deep learning )NP".split())
('NP', 'deep', 'learning')
>>> tokenizer = CharTokenizer(["5 May", "六月"])
>>> tokenizer.encode("May 六"), tokenizer.decode([1, 5, 4, 7, 2, 0])
([1, 6, 7, 8, 4, 9, 2], '5 a')
"""

from chainrule.text.byte_pair_tokenizer import BytePairTokenizer
from chainrule.text.char_tokenizer import CharTokenizer
from chainrule.text.dates import (
    NEW_NOTATIONS,
    NOTATIONS,
    draw_dates,
    split_days,
)
from chainrule.text.trees import sequence_to_tree, tree_to_sequence

__all__ = [
    "NEW_NOTATIONS",
    "NOTATIONS",
    "BytePairTokenizer",
    "CharTokenizer",
    "draw_dates",
    "sequence_to_tree",
    "split_days",
    "tree_to_sequence",
]
