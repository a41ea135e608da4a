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
    "zh": "进程中途被终止（信号 {signal}）：是不是内存用完了？",
    "en": "The process was ended (signal {signal}): is the memory used up?",
}


def run(name: str, path: Path, lang: str, site: str, seconds: float) -> int:
    """Check ``name`` in the file ``path``; print the answer.

    Returns 0 where it is right, 1 where it is not, takes too long or dies, 2 where the
    file cannot be read.
    """
    command = [sys.executable, "-m", "chainrule.check", name, str(path)]
    command += ["--lang", lang, "--site", site, "--here"]
    nothing = subprocess.DEVNULL  # who asks for input gets none
    try:
        ended = subprocess.run(command, stdin=nothing, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        print(LATE[lang].format(seconds=f"{seconds:g}"))
        return 1
    if ended.returncode in (0, 1, 2):
        return ended.returncode
    print(DEAD[lang].format(signal=-ended.returncode))
    return 1
