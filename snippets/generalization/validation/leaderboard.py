# kind: study
"""Guessers on a public leaderboard, and the same on the private set.

Prints CSV: the way in which the submission came about (best: the best of m on
the public set; vote: a majority vote of those m that were right more often
than wrong there, the others turned round), m; its public accuracy, mean,
lowest and highest over the rounds; its private one.
"""

# --8<-- [start:study]
import numpy as np

ROUNDS, PUBLIC, PRIVATE = 40, 1000, 1000


def submissions(m, rng):
    """Public and private accuracy of the best, and of a vote."""
    answers = rng.integers(2, size=PUBLIC + PRIVATE, dtype=np.int8)
    guesses = rng.integers(2, size=(m, len(answers)), dtype=np.int8)
    right = guesses == answers
    public = right[:, :PUBLIC].mean(axis=1)
    voters = guesses ^ (public < 0.5)[:, None]  # the poor ones turned round
    vote = voters.mean(axis=0) > 0.5
    for one in (right[public.argmax()], vote == answers):
        yield one[:PUBLIC].mean(), one[PUBLIC:].mean()


def main():
    print("way,m,public,low,high,private,private_low,private_high")
    for m in (1, 10, 100, 1000):
        rngs = [np.random.default_rng(seed) for seed in range(ROUNDS)]
        rounds = np.array([[*submissions(m, rng)] for rng in rngs])
        for k, way in enumerate(("best", "vote")):
            public, private = rounds[:, k].T
            parts = public, private
            cells = [f(a) for a in parts for f in (np.mean, np.min, np.max)]
            print(way, m, *(f"{cell:.3f}" for cell in cells), sep=",")


# --8<-- [end:study]
if __name__ == "__main__":
    main()
