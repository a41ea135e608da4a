# kind: exact
"""The parse of a sentence as a sequence, and what is no parse."""

# --8<-- [start:parsing]
from chainrule.text import sequence_to_tree, tree_to_sequence

tree = (
    "S",
    ("NP", "deep", "learning"),
    ("VP", "is", ("ADJV", "very", "powerful")),
)
said = tree_to_sequence(tree)
print(" ".join(said))
print("and back:", sequence_to_tree(said) == tree)
for wrong in ("(S (NP deep learning )VP )S", "(S (NP deep learning )NP"):
    try:
        sequence_to_tree(wrong.split())
    except ValueError as error:
        print("refused:", error)
# --8<-- [end:parsing]
