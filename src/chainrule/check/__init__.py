"""Check your own: the book's oracles against a function that a reader wrote.

    python -m chainrule.check                  what can be checked
    python -m chainrule.check softmax mine.py  whether `softmax` in mine.py is right

The answer names the input, what came, what is right and the equation, and recognizes
the usual mistakes: each is kept as a wrong function, and whoever computes what it
computes, on every input, made it. NumPy alone, so that it runs in a browser too.

``exercise`` says what can be asked, ``exercises`` are those of the book, one a file
below its page's part; ``judge`` compares, ``report`` says it, ``process`` keeps a
reader's program from running forever.
"""

from chainrule.check.ask import ask
from chainrule.check.exercise import Exercise, Mistake
from chainrule.check.exercises import find, names
from chainrule.check.judge import judge

__all__ = ["Exercise", "Mistake", "ask", "find", "judge", "names"]
