# kind: exact
"""How often nothing goes wrong, and how much does once something did."""


# --8<-- [start:errors]
def expected_share(first, after, length):
    """Of wrong tokens: first is the chance of an error while all was
    right, after the chance of one once anything was wrong."""
    right, wrong = 1.0, 0.0
    for _ in range(length):
        wrong += right * first + (1 - right) * after
        right *= 1 - first
    return wrong / length


for length in (10, 100, 300):
    right = (1 - 0.01) ** length
    shares = [expected_share(0.01, after, length) for after in (0.01, 0.1, 0.5)]
    print(f"{length:3} tokens: all right {right:.2f};", end=" ")
    print("wrong", ", ".join(f"{share:.1%}" for share in shares))
# --8<-- [end:errors]
