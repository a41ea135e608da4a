"""A part of SMILES, the usual notation of molecules in a line."""

import re

BONDS = {"-": 1, "=": 2, "#": 3}
VALENCES = {"C": 4, "N": 3, "O": 2, "H": 1, "F": 1, "Cl": 1}
TOKEN = re.compile(r"Cl|[CNOHF]|[-=#()]|[0-9]")


# --8<-- [start:parse]
def parse_smiles(text):
    """Symbols of the atoms, and {(i, j): order} of the bonds, i < j.

    Atoms C N O H F Cl; each is bonded to the one before by a single
    bond, or by = or #. Parentheses hold branches; two atoms with the same
    digit behind them close a ring. No charges, brackets, small letters or
    dots. Raises ValueError that names the place for whatever else there
    is, and for an atom with more bonds than its valence.
    """
    atoms, bonds, branches = [], {}, []
    rings: dict = {}  # digit: (atom, bond) that it opened
    last = order = None
    place = 0

    def wrong(why):
        return ValueError(f"{text!r}, place {place}: {why}")

    def join(i, j, order):
        if i == j or (i, j) in bonds:
            raise wrong("a ring of one or two atoms")
        bonds[i, j] = order or 1

    while place < len(text):
        found = TOKEN.match(text, place)
        if not found:
            raise wrong("not in this notation")
        token = found.group()
        if token in VALENCES:
            atoms.append(token)
            if last is not None:
                join(last, len(atoms) - 1, order)
            last, order = len(atoms) - 1, None
        elif last is None:
            raise wrong("an atom comes first")
        elif token in BONDS:
            if order:
                raise wrong("two bonds")
            order = BONDS[token]
        elif token == "(":
            if order:
                raise wrong("a bond stands within the parentheses")
            branches.append(last)
        elif token == ")":
            if order or not branches or text[place - 1] == "(":
                raise wrong("nothing to close")
            last = branches.pop()
        elif token in rings:
            first, before = rings.pop(token)
            if order and before and order != before:
                raise wrong("a ring closed by two kinds of bonds")
            join(first, last, order or before)
            order = None
        else:
            rings[token], order = (last, order), None
        place += len(token)
    if not atoms or order or branches or rings:
        raise wrong("it is not complete")
    for i, atom in enumerate(atoms):
        used = sum(n for pair, n in bonds.items() if i in pair)
        if used > VALENCES[atom]:
            raise wrong(f"{atom} (atom {i}) with {used} bonds")
    return atoms, bonds


# --8<-- [end:parse]
