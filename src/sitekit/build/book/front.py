"""What stands before the first chapter: the title page, and the table of contents."""

from collections.abc import Callable
from html import escape

from sitekit.build.book.contents import Book, Chapter

TEXT = {
    "zh": {
        "contents": "目录",
        "made": "制作日期：{}",
        "verified": "核对所用版本：{}",
        "unmeasured": "这一份没有完整测试的记录；各项结果以网站上的“核对记录”为准。",
        "sep": "、",
        "site": "网站：{}",
    },
    "en": {
        "contents": "Contents",
        "made": "Made on {}",
        "verified": "Verified with {}",
        "unmeasured": "No complete test run was recorded for this copy; "
        "the page “Verification” of the site has the results.",
        "sep": ", ",
        "site": "The site: {}",
    },
}


def title_page(book: Book) -> str:
    """What the book is, when it was made and with what it was verified; its licence."""
    text = TEXT[book.lang]
    versions = text["sep"].join(f"{k} {v}" for k, v in book.versions.items())
    verified = text["verified"].format(versions) if versions else text["unmeasured"]
    link = f'<a href="{escape(book.address)}">{escape(book.address)}</a>'
    lines = [
        text["made"].format(f'<time datetime="{book.date}">{book.date}</time>'),
        escape(verified),
        escape(book.licence),
        *([text["site"].format(link)] if book.address else []),
    ]
    return (
        f'<section class="title"><h1>{escape(book.title)}</h1>'
        f'<p class="about">{escape(book.about)}</p>'
        + "".join(f"<p>{line}</p>" for line in lines)
        + "</section>"
    )


def name_of(chapter: Chapter) -> str:
    """Number and title, as they stand in every list."""
    return f"{chapter.number} {chapter.title}".strip()


def table(
    book: Book,
    name: Callable[[str, str], str],
    page: Callable[[str, str], str] = lambda key, ident: "",
) -> str:
    """The table of contents. ``page`` may say what stands at the end of a line."""

    def line(key: str, ident: str, words: str) -> str:
        number = page(key, ident)
        shown = f"{escape(words)}" + (f"<span>{number}</span>" if number else "")
        return f'<a href="{name(key, ident)}">{shown}</a>'

    parts = "".join(
        f"<li>{line(part.key, '', part.title)}<ol>"
        + "".join(
            f"<li>{line(chapter.key, '', name_of(chapter))}<ol>"
            + "".join(
                f"<li>{line(chapter.key, ident, words)}</li>"
                for ident, words in chapter.sections
            )
            + "</ol></li>"
            for chapter in part.chapters
        )
        + "</ol></li>"
        for part in book.parts
    )
    return f"<h1>{TEXT[book.lang]['contents']}</h1><ol>{parts}</ol>"
