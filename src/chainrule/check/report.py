"""A verdict in words: which input, what came, what is right, where it is taught."""

from typing import Any

import numpy as np

from chainrule.check.exercise import Exercise
from chainrule.check.judge import Verdict

NAMES = {
    "zh": "{file} 里没有定义函数 {name}",
    "en": "{file} defines no function {name}",
}
TEXT = {
    "zh": {
        "head": "{name}：式 ({number})，{where}",
        "passed": "✓ 正确。{tried} 组输入全部一致{more}。",
        "more": "，hypothesis 另外找的输入也一致",
        "failed": "✗ 第 {tried} 组输入",
        "mine": "得到",
        "right": "应为",
        "error": "你的函数在这里出错：",
        "changed": "结果对，但参数 {changed} 被改动了：先复制再写入。",
        "nothing": "函数没有返回值：是不是忘了 return？",
        "length": "应返回 {right} 个结果，得到 {mine} 个。",
        "shape": "{part}形状应为 {right}，得到 {mine}。",
        "text": "{part}应为 {right}，得到 {mine}。",
        "value": "{part}相差最大处{place}：应为 {right}，得到 {mine}。",
        "part": "结果 {} ",
        "place": " {}",
        "mistake": "像是这个错误：{}",
    },
    "en": {
        "head": "{name}: equation ({number}), {where}",
        "passed": "✓ Right. All {tried} inputs agree{more}.",
        "more": ", and so do those that hypothesis looked for",
        "failed": "✗ Input {tried}",
        "mine": "yours",
        "right": "right",
        "error": "Your function fails here:",
        "changed": "The result is right, but the argument {changed} was changed: "
        "write into a copy.",
        "nothing": "The function returns nothing: is a return missing?",
        "length": "{right} results are asked for, {mine} came.",
        "shape": "{part}The shape is {mine}, not {right}.",
        "text": "{part}{mine} came, {right} is right.",
        "value": "{part}They differ most{place}: {mine} came, {right} is right.",
        "part": "Result {}: ",
        "place": " at {}",
        "mistake": "This looks like a usual mistake: {}",
    },
}


def report(
    name: str, exercise: Exercise, verdict: Verdict, lang: str, site: str = ""
) -> str:
    """What a teacher would say, in a few lines."""
    text = TEXT[lang]
    prefix = "" if lang == "zh" else f"{lang}/"
    where = f"{site}{prefix}{exercise.page}/#{exercise.equation}"
    lines = [text["head"].format(name=name, number=exercise.number, where=where)]
    if verdict.case is None:
        more = text["more"] if verdict.searched else ""
        return "\n".join(
            [*lines, text["passed"].format(tried=verdict.tried, more=more)]
        )
    lines += ["", text["failed"].format(tried=verdict.tried)]
    lines += _named(verdict.case)
    if verdict.error is not None:
        lines += ["", text["error"]]
    else:
        lines += _named({text["mine"]: verdict.mine, text["right"]: verdict.right})
        lines += ["", _why(verdict, text)]
    if verdict.mistake is not None:
        lines += ["", text["mistake"].format(getattr(verdict.mistake, lang))]
    return "\n".join(lines)


def _why(verdict: Verdict, text: dict[str, str]) -> str:
    if verdict.changed:
        return text["changed"].format(changed=verdict.changed)
    off = verdict.difference
    assert off
    return text[off.kind].format(
        part=text["part"].format(off.part) if off.part else "",
        place=text["place"].format(list(off.place)) if off.place else "",
        mine=_shown(off.mine),
        right=_shown(off.right),
    )


def _named(values: dict[str, Any]) -> list[str]:
    """``name = value``, the lines of an array below each other."""
    wide = max(map(len, values))
    lines = []
    for name, value in values.items():
        head = f"    {name.ljust(wide)} = "
        lines.append(head + _shown(value).replace("\n", "\n" + " " * len(head)))
    return lines


def _shown(value: Any) -> str:
    if isinstance(value, tuple) and not all(isinstance(v, int) for v in value):
        return "(" + ",\n ".join(map(_shown, value)) + ")"
    if isinstance(value, (float, np.floating)):
        return f"{value:.10g}"
    if isinstance(value, np.ndarray):
        return np.array2string(value, precision=6, threshold=40, edgeitems=3)
    return repr(value)
