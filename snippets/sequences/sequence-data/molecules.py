# kind: exact
"""Molecules as graphs."""

# --8<-- [start:molecules]
from chainrule.data.graphs import molecular_formula, molecule_graph

for name, smiles in (
    ("ethanol", "CCO"),
    ("dimethyl ether", "COC"),
    ("benzene", "C1=CC=CC=C1"),
    ("caffeine", "CN1C=NC2=C1C(=O)N(C(=O)N2C)C"),
):
    nodes, bonds = molecule_graph(smiles)
    formula = molecular_formula(nodes)
    edges = int((bonds > 0).sum() / 2)
    print(f"{name:14} {formula:9} nodes {nodes.shape}, {edges} bonds")
X, A = molecule_graph("CCO", hydrogens=False)
print("C, C, O as rows:", X.astype(int).tolist())
print("their bonds:", A.astype(int).tolist())
# --8<-- [end:molecules]
