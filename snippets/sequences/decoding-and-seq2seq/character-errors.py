# kind: exact
"""What a wrong order costs when a transcript is scored."""


# --8<-- [start:character-errors]
def edit_distance(said, meant):
    """Fewest insertions, deletions and replacements, row by row."""
    row = list(range(len(meant) + 1))
    for i, a in enumerate(said, 1):
        above, row = row, [i]
        for j, b in enumerate(meant, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (a != b)))
    return row[-1]


meant = "他昨天把书还给我了"
for said in ("他昨天把书还给我了", "他昨天把树还给我了", "书他昨天还给我了"):
    errors = edit_distance(said, meant)
    print(f"{said}: {errors} of {len(meant)}, {errors / len(meant):.0%}")
# --8<-- [end:character-errors]
