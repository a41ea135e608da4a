# kind: exact
"""The first steps of Adam and of three NAdams, gradient 1, then -1."""

from chainrule.scratch.optim import adam, nadam, nadam_constant, nadam_paper

# --8<-- [start:first]
gradients = (1.0, 1.0, 1.0, -1.0, -1.0)
print("gradient       ", *(f"{g:+7.0f}" for g in gradients))
for twin, kept in (
    (adam, 2),
    (nadam_constant, 2),
    (nadam_paper, 3),
    (nadam, 3),
):
    w, *state = (0.0,) * (1 + kept)
    steps = []
    for t, g in enumerate(gradients, start=1):
        before = w
        w, *state = twin(w, g, *state, t, lr=1.0)
        steps.append(before - w)
    print(f"{twin.__name__:15}", *(f"{x:+7.3f}" for x in steps))
# --8<-- [end:first]
