"""A book of three small pages, printed; a machine without Chromium skips it."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from pypdf import PdfReader

from sitekit.build.book import pdf


def outline(reader, items=None, depth=0):
    for item in reader.outline if items is None else items:
        if isinstance(item, list):
            yield from outline(reader, item, depth + 1)
        else:
            yield depth, item.title, reader.get_destination_page_number(item)


def printed(book):
    """In a thread of its own: a session may have a browser already in this one."""
    with ThreadPoolExecutor(1) as pool:
        try:
            data = pool.submit(pdf.make, book).result()
        except RuntimeError as error:
            pytest.skip(str(error))
    return PdfReader(io.BytesIO(data))


@pytest.mark.browser
def test_numbers_bookmarks_and_links_agree(book, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    reader = printed(book("zh"))
    assert reader.page_labels == ["i", "ii", "1", "2", "3", "4", "5", "6"]
    found = [*outline(reader)]
    assert found == [
        (0, "目录", 1),
        (0, "Basics", 2),
        (1, "1 A line", 3),
        (2, "Steps", 3),
        (1, "2 A “curve”", 5),
        (2, "Bend", 5),
        (0, "Reference", 6),
        (1, "Words", 7),
        (2, "Few", 7),
    ]
    said = {line.rpartition(" ")[0]: line.rpartition(" ")[2] for line in lines(reader)}
    for _, title, page in found[1:]:
        assert reader.page_labels[page] == said[title]
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}
    leads = [
        (n, numbers[link["/Dest"][0].idnum] if "/Dest" in link else link["/A"]["/URI"])
        for n, page in enumerate(reader.pages)
        for link in (each.get_object() for each in page.get("/Annots", ()))
    ]
    assert leads[8:] == [
        *((3, 5), (3, "https://out.example/"), (3, 3)),
        *((5, 3), (5, 7), (7, 3)),
    ]
    assert reader.metadata.title == "直线们"
    assert reader.metadata.creation_date_raw == "D:19700102000000Z"
    assert "直线" in reader.pages[7].extract_text()


def lines(reader):
    return reader.pages[1].extract_text().split("\n")
