# kind: exact
"""Three tasks written as one: a question and a context in, an answer out."""

# --8<-- [start:questions]
TASKS = {
    "translation": (
        "What is this in English?",
        "Ich lerne gern",
        "I like learning",
    ),
    "summary": (
        "What is it about?",
        "The model writes one token , reads it , and writes the next",
        "how a decoder works",
    ),
    "sentiment": (
        "Is this review good or bad?",
        "I slept through most of it",
        "bad",
    ),
}
vocabulary = {"<begin>": 0, "<end>": 1, "<context>": 2}


def numbers(text):
    return [vocabulary.setdefault(w, len(vocabulary)) for w in text.split()]


for task, (question, context, answer) in TASKS.items():
    x = numbers(f"{question} <context> {context}")
    y = [0, *numbers(answer), 1]
    print(f"{task:11}: x of {len(x):2} tokens, y of {len(y)}: {y}")
print("one vocabulary of", len(vocabulary), "for all three")
# --8<-- [end:questions]
