"""``chainrule-site.zip``: the built site to take along, opened from a folder."""

import os
import tempfile
import zipfile
from pathlib import Path

NAME = "chainrule-site"  # of the file, and of the one folder in it
STAMP = (1980, 1, 1, 0, 0, 0)  # the same site is the same file, whenever it is packed
LEFT_OUT = (".map", ".gz")  # for debuggers, and for search engines
README = """\
链式法则（Chainrule）：离线版

用浏览器打开 index.html（中文）或 en/index.html（英文）即可阅读。
正文、公式、图、代码、源码页、搜索、打印和中英文切换都能用，不需要网络。

如果关闭了脚本，链接会指向文件夹，需要自己点开其中的 index.html，
搜索也用不了。

代码 MIT 许可证；文字和图 CC BY 4.0。

----------------------------------------------------------------------

Chainrule, to read offline

Open index.html (Chinese) or en/index.html (English) in a browser.
Text, formulas, figures, code, source pages, search, printing and the
switch of language work, and need no network.

With scripts off, links lead to folders; open the index.html there. The
search needs scripts, too.

Code: MIT licence. Text and figures: CC BY 4.0.
"""


def contents(site: Path) -> dict[str, Path]:
    """Name in the archive and file of everything packed, in order."""
    return {
        f"{NAME}/{path.relative_to(site).as_posix()}": path
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.suffix not in LEFT_OUT
    }


def pack(site: Path, target: Path) -> int:
    """Write the archive atomically; return its size in bytes."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w") as archive:
            # The mark of UTF-8 tells old Windows editors what they read.
            _add(archive, f"{NAME}/README.txt", README.encode("utf-8-sig"))
            for path, source in contents(site).items():
                _add(archive, path, source.read_bytes())
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return target.stat().st_size


def _add(archive: zipfile.ZipFile, path: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(path, STAMP)
    entry.create_system = 3  # also on Windows
    entry.external_attr = 0o100644 << 16
    archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
