"""Chinese text keeps the rules of its typesetting, wherever a reader meets it.

Full-width punctuation; a space between Chinese and Latin letters, digits or inline
formulas; none before or after full-width punctuation.
"""

import re
from pathlib import Path

import pytest

from sitekit.check import prose

ROOT = Path(__file__).parents[2]
HAN = prose.HAN.pattern
LATIN = r"[A-Za-z0-9\u0370-\u03ff]"
RULES = {
    rf"{HAN}{LATIN}|(?:{LATIN}|[%°+])(?={HAN})": "no space between Chinese and Latin",
    rf"{HAN} +(?={HAN})": "a space between Chinese characters",
    rf"{HAN} ?[,;:!?]|{HAN}\.(?!\w)|[,;:!?] ?{HAN}": "half-width punctuation",
    rf"{HAN} ?\(|\([^()]*{HAN}|\) ?{HAN}": "half-width brackets",
    rf"{HAN} ?[\"']|[\"'] ?{HAN}": "straight quotes",
    r" [，。；：！？、）》」』]| （|[，。；：！？、（）《》「」『』] (?=\S)": (
        "a space beside full-width punctuation"
    ),
    rf"{HAN} “|” {HAN}": "a space beside a quotation mark",
    r"[，。；：！？、]{2}": "two marks in a row",
    r"[０-９Ａ-Ｚａ-ｚ]": "a full-width letter or digit",
}
# In the brackets of mathematics: equation (2.3), the point (0, 1), b(t + 1).
MATHS = re.compile(r"\([\w.]{1,5}(?: ?[-+,] ?[\w.]{1,3})*\)", re.ASCII)


def faults(text: str) -> list[str]:
    """Rules that a Chinese text breaks, each with the place."""
    text = MATHS.sub(prose.LETTER, text)
    return [
        f"{what} in '{text[max(0, match.start() - 6) : match.end() + 6]}'"
        for rule, what in RULES.items()
        for match in re.finditer(rule, text)
    ]


def test_chinese_is_typeset_well():
    chinese = [t for t in prose.texts(ROOT) if t.lang == "zh"]
    assert len({t.where.split(":")[0] for t in chinese}) > 10
    found = [f"{t.where}: {f}" for t in chinese for f in faults(t.text)]
    assert not found, "\n".join(found)


GOOD = [
    "取 $x = 0.1$，第一步走到 $w$ 处；见 (2.3) 和点 (0, 1)。",
    "Adam（Kingma，2015）的 `beta` 是 90% 以上，“凹的”与“凸的”相反……",
    "**先缩小到十分之一。** 再看 26,000 个样本。",
    '线段 $[a, b)$ 里，`print(x, "y")` 打印 3.5。',
    "[记号对照](../a.md)，轮（epoch）数，1–2 步，L2 正则化。",
    '![看，](figure:a "说。")',
]
BROKEN = [  # what is written, and what is said of it
    ("取 $x$,第一步", "half-width punctuation in '取 x,第一步'"),
    ("对$x$求导", "no space between Chinese and Latin in '对x求导'"),
    ("对 $x$求导", "no space between Chinese and Latin in '对 x求导'"),
    ("第3章", "no space between Chinese and Latin in '第3章'"),
    ("参数θ的值", "no space between Chinese and Latin in '参数θ的值'"),
    ("50%的人", "no space between Chinese and Latin in '50%的人'"),
    ("用`adam`走", "no space between Chinese and Latin in '用x走'"),
    ("[页](a.md)与Adam", "no space between Chinese and Latin in '页与Adam'"),
    ("损失 函数", "a space between Chinese characters in '损失 函数'"),
    ("损失 ，函数", "a space beside full-width punctuation in '损失 ，函数'"),
    ("损失， 函数", "a space beside full-width punctuation in '损失， 函数'"),
    ("$w$ 、$b$", "a space beside full-width punctuation in 'x 、x'"),
    ("动量 （momentum）", "a space beside full-width punctuation in '动量 （moment'"),
    ("损失:函数", "half-width punctuation in '损失:函数'"),
    ("损失;函数", "half-width punctuation in '损失;函数'"),
    ("好!", "half-width punctuation in '好!'"),
    ("结束.", "half-width punctuation in '结束.'"),
    ("动量(momentum)", "half-width brackets in '动量(moment'"),
    ("(动量)", "half-width brackets in '(动量)'"),
    ('所谓"凹"', "straight quotes in '所谓\"凹\"'"),
    ("所谓 “凹”", "a space beside a quotation mark in '所谓 “凹”'"),
    ("损失。。", "two marks in a row in '损失。。'"),
    ("损失，。", "two marks in a row in '损失，。'"),
    ("第 ３ 章", "a full-width letter or digit in '第 ３ 章'"),
    ('![看,图](figure:a "说。")', "half-width punctuation in '看,图|说。'"),
    ('??? note "标题,二"', "half-width punctuation in '标题,二'"),
]


@pytest.mark.parametrize("markdown", GOOD)
def test_good_typesetting_is_left_alone(markdown):
    assert faults(prose.plain(markdown)) == []


@pytest.mark.parametrize(("markdown", "said"), BROKEN)
def test_bad_typesetting_is_caught(markdown, said):
    assert said in faults(prose.plain(markdown))


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("docs/zh/a.md", "一，二", "一,二"),
        ("docs/errata.csv", "对，错", "对;错"),
        ("snippets/a.py", "权重 w", "权重w"),
    ],
)
def test_a_fault_is_found_wherever_it_stands(tmp_path, path, old, new):
    for name, text in {
        "docs/zh/a.md": "# 一，二\n",
        "docs/errata.csv": "id,said_en,said_zh,right_en,right_zh\na,a,无,b,对，错\n",
        "snippets/a.py": 'TEXT = {"zh": "权重 w", "en": "weight w"}\n',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")

    def found():
        texts = [t for t in prose.texts(tmp_path) if t.lang == "zh"]
        return [t.where for t in texts for _ in faults(t.text)]

    assert found() == []
    file = tmp_path / path
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    [where] = found()
    assert where.startswith(path)
