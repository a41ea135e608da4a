"""A verdict in words: which input, what came, what is right, where it is taught."""

from typing import Any

import numpy as np

from chainrule.check.exercise import Exercise
from chainrule.check.judge import Verdict

LONG = 600  # characters of a value that are shown
TEXT = {
    "zh": {
        "absent": "{file} 里没有定义函数 {signature}",
        "own": "（有：{}）",
        "stopped": "程序在这里停下，还没有轮到 {name}：",
        "head": "{name}：式 ({number})，{where}",
        "passed": "✓ 正确。{tried} 组输入全部一致{more}。",
        "more": "，hypothesis 另外找的输入也一致",
        "failed": "✗ 第 {tried} 组输入",
        "mine": "得到",
        "right": "应为",
        "printed": "函数打印了：",
        "error": "你的函数在这里出错：",
        "arguments": "参数的个数不对：检查时这样调用 {signature}。",
        "changed": "结果对，但参数 {changed} 被改动了：先复制再写入。",
        "nothing": "函数没有返回值：是不是忘了 return？",
        "length": "{part}应有 {right} 个结果，得到 {mine} 个。",
        "shape": "{part}形状应为 {right}，得到 {mine}。",
        "text": "{part}应为 {right}，得到 {mine}。",
        "value": "{part}相差最大处{place}：应为 {right}，得到 {mine}。",
        "whole": "{part}小数部分丢了{place}：应为 {right}，得到 {mine}。"
        "整数数组（例如整数的 np.zeros_like）存不下小数。",
        "single": "{part}只有单精度{place}：应为 {right}，得到 {mine}。"
        "输入是 float64，请不要转换成 {dtype}。",
        "part": "结果 {} ",
        "place": " {}",
        "mistake": "像是这个错误：{}",
    },
    "en": {
        "absent": "{file} defines no function {signature}",
        "own": " (but {})",
        "stopped": "The program stops here, before {name} is asked:",
        "head": "{name}: equation ({number}), {where}",
        "passed": "✓ Right. All {tried} inputs agree{more}.",
        "more": ", and so do those that hypothesis looked for",
        "failed": "✗ Input {tried}",
        "mine": "yours",
        "right": "right",
        "printed": "The function printed:",
        "error": "Your function fails here:",
        "arguments": "It takes other arguments. It is called as {signature}.",
        "changed": "The result is right, but the argument {changed} was changed: "
        "write into a copy.",
        "nothing": "The function returns nothing: is a return missing?",
        "length": "{part}{right} results are asked for, {mine} came.",
        "shape": "{part}The shape is {mine}, not {right}.",
        "text": "{part}{mine} came, {right} is right.",
        "value": "{part}They differ most{place}: {mine} came, {right} is right.",
        "whole": "{part}The fractions are lost{place}: {mine} came, {right} is right. "
        "An array of integers, as np.zeros_like makes of integers, holds none.",
        "single": "{part}Single precision only{place}: {mine} came, {right} is right. "
        "The input is float64; do not convert it to {dtype}.",
        "part": "Result {}: ",
        "place": " at {}",
        "mistake": "This looks like a usual mistake: {}",
    },
}


def absent(signature: str, own: list[str], file: str, lang: str) -> str:
    """That a program defines no such function, but perhaps others."""
    text = TEXT[lang]
    said = text["absent"].format(file=file, signature=signature)
    return said + (text["own"].format(", ".join(own)) if own else "")


def stopped(name: str, lang: str) -> str:
    return TEXT[lang]["stopped"].format(name=name)


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
        passed = text["passed"].format(tried=verdict.tried, more=more)
        return "\n".join([*lines, passed])
    lines += ["", text["failed"].format(tried=verdict.tried)]
    lines += _named(verdict.case)
    if verdict.error is None:
        lines += _named({text["mine"]: verdict.mine, text["right"]: verdict.right})
    if verdict.printed:
        shown = verdict.printed.rstrip().replace("\n", "\n    ")
        lines += ["", text["printed"], f"    {shown}"]
    if verdict.error is None:
        lines += ["", _why(verdict, text)]
    if verdict.mistake is not None:
        lines += ["", text["mistake"].format(getattr(verdict.mistake, lang))]
    if verdict.arguments:
        lines += ["", text["arguments"].format(signature=exercise.signature(name))]
    if verdict.error is not None:  # its lines follow
        lines += ["", text["error"]]
    return "\n".join(lines)


def _why(verdict: Verdict, text: dict[str, str]) -> str:
    if verdict.changed:
        return text["changed"].format(changed=verdict.changed)
    off = verdict.difference
    assert off
    mine, right = _shown(off.mine), _shown(off.right)
    if mine == right:  # as far as shown
        mine, right = repr(off.mine), repr(off.right)
    return text[off.kind].format(
        part=text["part"].format(off.part) if off.part else "",
        place=text["place"].format(list(off.place)) if off.place else "",
        mine=mine,
        right=right,
        dtype=getattr(verdict.mine, "dtype", "float32"),
    )


def _named(values: dict[str, Any]) -> list[str]:
    """``name = value``, the lines of an array below each other."""
    wide = max(map(_width, values))
    lines = []
    for name, value in values.items():
        head = f"    {name}{' ' * (wide - _width(name))} = "
        indent = "\n" + " " * _width(head)
        lines.append(head + _shown(value).replace("\n", indent))
    return lines


def _width(text: str) -> int:
    """On a screen, where a Chinese character takes two places."""
    return sum(1 + (ord(letter) > 0x2E7F) for letter in text)


def _shown(value: Any) -> str:
    if isinstance(value, tuple) and not all(isinstance(v, int) for v in value):
        return "(" + ",\n ".join(map(_shown, value)) + ")"
    if isinstance(value, (float, np.floating)):
        return f"{value:.10g}"
    if isinstance(value, np.ndarray):
        return np.array2string(value, precision=6, threshold=40, edgeitems=3)
    if callable(value) and hasattr(value, "__name__"):
        return str(value.__name__)
    try:
        said = repr(value)
    except Exception:  # a reader's object
        said = object.__repr__(value)
    return said if len(said) <= LONG else said[:LONG] + " …"
