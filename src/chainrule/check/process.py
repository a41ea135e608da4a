"""A reader's program in a process of its own, for as long as it may take."""

import subprocess
import sys
from pathlib import Path

SAID = {
    "zh": "{seconds} 秒后还没有结果：是不是死循环，或者对每个元素都写了循环？",
    "en": "No answer after {seconds} seconds: an endless loop, "
    "or a loop over every element?",
}


def run(name: str, path: Path, lang: str, site: str, seconds: float) -> int:
    """Check ``name`` in the file ``path``; print the answer.

    Returns 0 where it is right, 1 where it is not or takes too long.
    """
    command = [sys.executable, "-m", "chainrule.check", name, str(path)]
    command += ["--lang", lang, "--site", site, "--here"]
    try:
        return subprocess.run(command, timeout=seconds, check=False).returncode
    except subprocess.TimeoutExpired:
        print(SAID[lang].format(seconds=f"{seconds:g}"))
        return 1
