"""A reader's program in a process of its own, for as long as it may take."""

import subprocess
import sys
from pathlib import Path

LATE = {
    "zh": "{seconds} 秒后还没有结果：是不是死循环，或者对每个元素都写了循环？",
    "en": "No answer after {seconds} seconds: an endless loop, "
    "or a loop over every element?",
}
DEAD = {
    "zh": "还没有答案，进程就结束了（{how}）：是不是内存用完了，或者程序自己退出了？",
    "en": "The process ended before it answered ({how}): is the memory used up, "
    "or does the program exit by itself?",
}
HOW = {"zh": ("信号 {}", "退出码 {}"), "en": ("signal {}", "exit code {}")}
# How the process of a check ends, right or not: no program ends so by accident.
RIGHT, WRONG = 40, 41


def run(name: str, path: Path, lang: str, site: str, seconds: float) -> int:
    """Check ``name`` in the file ``path``; print the answer.

    Returns 0 where it is right, 1 where it is not, takes too long or gives no answer.
    """
    command = [sys.executable, "-m", "chainrule.check", name, str(path)]
    command += ["--lang", lang, "--site", site, "--here"]
    nothing = subprocess.DEVNULL  # who asks for input gets none
    try:
        ended = subprocess.run(command, stdin=nothing, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        print(LATE[lang].format(seconds=f"{seconds:g}"))
        return 1
    code = ended.returncode
    if code not in (RIGHT, WRONG):
        signal, exits = HOW[lang]
        how = signal.format(-code) if code < 0 else exits.format(code)
        print(DEAD[lang].format(how=how))
    return 0 if code == RIGHT else 1
