"""Which style sheets an app begins with, and which have time until something needs them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePath

    from textual.css.stylesheet import Stylesheet

_BASE = "styles/base.tcss"
_PAGE = "styles/page.tcss"
_OVER_PAGE = "styles/over_page.tcss"
_ROWS = "styles/rows.tcss"
_LIBRARY = ("styles/library.tcss", _ROWS)
_LIBRARY_LATER = "styles/library_later.tcss"


def sheets_to_begin_with(*, reading: bool) -> list[str | PurePath]:
    """Those that the first screen needs, a page or the library.

    Textual leaves out the style sheets of a screen that an app begins with, so the library's are named.
    """
    return [_BASE, _PAGE] if reading else [_BASE, *_LIBRARY]


def add_what_comes_later(sheets: Stylesheet, *, reading: bool) -> None:
    """Have the others parsed when the next widget is mounted: until then nothing needs them."""
    for name in (_ROWS, _OVER_PAGE) if reading else (_LIBRARY_LATER, _PAGE, _OVER_PAGE):
        path = Path(__file__).parent / name
        sheets.add_source(path.read_text(encoding="utf-8"), read_from=(str(path), ""))
