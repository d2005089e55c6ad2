"""The text of a whole PDF, by PDFium (through pypdfium2), the library of the `pdf` extra.

PDFium is what Chrome shows PDFs with: tried by fuzzing, and fast; its licence and that of the binding are
permissive (BSD, Apache). It may not be used by two threads at a time.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any

from reader.formats.pdf.lines import Bookmark, Line, Pages
from reader.formats.pdf.page import PageReader
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONE_AT_A_TIME = Lock()
_MOST_PAGES = 20_000
_MOST_CHARACTERS = 20_000_000
_MOST_BOOKMARKS = 5000
_PASSWORD = 4
"""PDFium's number for a file that wants one."""
_MISSING = (
    "It is a PDF file: install terminal-reader[pdf] to read it (pip install 'terminal-reader[pdf]'), "
    "or download the work as EPUB or HTML."
)


def read_pages(data: bytes) -> Pages:
    """All lines of a PDF, in the order in which it draws them, which is that of reading in nearly all.

    Raises `UnreadableError`: the extra is not installed, the file is damaged, encrypted, or far too long.
    """
    try:
        import pypdfium2
    except ImportError:
        raise UnreadableError(_MISSING) from None
    with _ONE_AT_A_TIME:
        try:
            pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error):
                raise UnreadableError("It is encrypted, and a password is needed to open it.") from None
            raise UnreadableError("It is a PDF file, but a damaged one.") from None
        try:
            return _read(pdf, pypdfium2)
        finally:
            pdf.close()


def _read(pdf: Any, library: Any) -> Pages:
    lines: list[Line] = []
    characters = 0
    pictures = False
    count = len(pdf)
    if count > _MOST_PAGES:
        raise UnreadableError("It holds more pages than Reader takes in.")
    for number in range(count):
        try:
            page = pdf[number]
        except library.PdfiumError:
            continue  # a damaged page; the others may be whole
        try:
            reader = PageReader(page, number, library.raw)
            try:
                found = list(reader.lines())
                pictures = pictures or (not found and reader.has_picture())
            finally:
                reader.close()
        except library.PdfiumError:
            continue
        finally:
            page.close()
        lines += found
        characters += reader.count
        if characters > _MOST_CHARACTERS:
            raise UnreadableError("It holds more text than Reader takes in.")
    return Pages(tuple(lines), count, pictures, tuple(_bookmarks(pdf, library)), _facts(pdf))


def _facts(pdf: Any) -> dict[str, str]:
    """The information dictionary, without what is no text."""
    facts = {}
    for key in pdf.METADATA_KEYS:
        with suppress(UnicodeDecodeError):
            facts[key] = pdf.get_metadata_value(key)
    return facts


def _bookmarks(pdf: Any, library: Any) -> Iterator[Bookmark]:
    try:
        for count, entry in enumerate(pdf.get_toc(max_depth=8)):
            if count >= _MOST_BOOKMARKS:
                return
            target = entry.get_dest()
            page = target.get_index() if target else None
            yield Bookmark(entry.get_title(), entry.level, -1 if page is None else page)
    except (library.PdfiumError, UnicodeDecodeError):
        return
