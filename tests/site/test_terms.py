"""One word for one thing: no text uses a form that docs/terms.csv tells to avoid.

``avoid_zh`` and ``avoid_en`` list, with ``|`` between, what others write for a term.
What stands in curly quotation marks is somebody else's and may say what it says; so
may the columns of the errata that tell what a note says.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

import pytest

from sitekit.check import prose
from sitekit.page import files

ROOT = Path(__file__).parents[2]
LANGS = ("zh", "en")
QUOTED = re.compile(r"“[^”]*”")


@lru_cache(maxsize=4)
def avoided(root: Path, lang: str) -> list[tuple[str, re.Pattern[str], str]]:
    """Each form to avoid: its letters, what finds it, and the right one."""
    found = []
    for row in files.rows(root, "terms"):
        for form in filter(None, row[f"avoid_{lang}"].split("|")):
            # 超参 is wrong, but stands in 超参数.
            tail = row[lang].partition(form)[2] if form in row[lang] else ""
            pattern = re.escape(form) + (f"(?!{re.escape(tail)})" if tail else "")
            if lang == "en":
                first = f"[{form[0].lower()}{form[0].upper()}]"
                pattern = rf"(?<![\w-]){first}{pattern[1:]}(?:e?s)?(?![\w-])"
            found.append((form[1:], re.compile(pattern), row[lang]))
    return found


def faults(text: str, lang: str, root: Path = ROOT) -> list[str]:
    """Forms to avoid in a text, and what to write instead."""
    text = QUOTED.sub("“”", text)
    return [
        f"write {right!r}, not {match[0]!r}"
        for letters, pattern, right in avoided(root, lang)
        if letters in text  # the quick way to see that most are not
        for match in pattern.finditer(text)
    ]


@cache
def texts() -> list[prose.Text]:
    return list(prose.texts(ROOT))


def ours(text: prose.Text) -> bool:
    """Whether a text is not a quotation of the notes."""
    return "said_" not in text.where


@pytest.mark.parametrize("lang", LANGS)
def test_terms_are_those_of_the_glossary(lang):
    said = [t for t in texts() if t.lang == lang and ours(t)]
    found = [f"{t.where}: {f}" for t in said for f in faults(t.text, lang)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("zh", "学习速率太大", ["write '学习率', not '学习速率'"]),
        ("zh", "做反向传递", ["write '反向传播', not '反向传递'"]),
        ("zh", "批标准化层", ["write '批归一化', not '批标准化'"]),
        ("zh", "代价函数的值", ["write '损失函数', not '代价函数'"]),
        ("zh", "调超参的办法", ["write '超参数', not '超参'"]),
        ("zh", "调超参数的办法", []),
        ("zh", "笔记写的是“学习速率”", []),
        ("en", "A learn rate.", ["write 'learning rate', not 'learn rate'"]),
        ("en", "Over-fitting", ["write 'overfitting', not 'Over-fitting'"]),
        ("en", "minibatches", ["write 'mini-batch', not 'minibatches'"]),
        ("en", "two cost functions", ["write 'loss function', not 'cost functions'"]),
        ("en", "naive bayes", ["write 'naive Bayes', not 'naive bayes'"]),
        ("en", "naive Bayes, warm up the rate", []),
        ("en", "the note says “learn rate”", []),
    ],
)
def test_a_form_to_avoid_is_caught(lang, text, said):
    assert faults(text, lang) == said


def table() -> list[files.Row]:
    return files.rows(ROOT, "terms")


def test_table_is_sorted_and_whole():
    ids = [row["id"] for row in table()]
    assert ids == sorted(set(ids))
    assert all(row[lang] for row in table() for lang in LANGS)
    assert {word for row in table() for word in row["everyday"].split()} <= {*LANGS}
    assert sum(bool(row["avoid_zh"]) for row in table()) >= 40


@pytest.mark.parametrize("lang", LANGS)
def test_no_right_form_is_one_to_avoid(lang):
    """One term's slip may not be another's right form."""
    assert [f for row in table() for f in faults(row[lang], lang)] == []


def test_quotations_of_notes_are_theirs():
    theirs = [t for t in texts() if not ours(t)]
    assert {t.where.split(":")[0] for t in theirs} == {"docs/errata.csv"}
    assert [f for t in theirs for f in faults(t.text.strip("“”"), t.lang)]
