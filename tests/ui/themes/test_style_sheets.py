"""Style sheets take every colour as the theme gives it: one of the terminal's own can't be mixed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader import ui

SHEETS = sorted((Path(ui.__file__).parent / "styles").glob("*.tcss"))
MIXED = re.compile(r"^\s*(?:[a-z-]*color[a-z-]*|background|border[a-z-]*):.*\d%", re.MULTILINE)
WRITTEN_OUT = re.compile(r"#[0-9a-fA-F]{3,8}\b(?=[^{]*;)|\brgba?\(|\bhsla?\(")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_style_sheet_has_a_colour_of_its_own(sheet: Path) -> None:
    text = sheet.read_text(encoding="utf-8")
    assert not MIXED.findall(text)
    assert not WRITTEN_OUT.findall(text)


def test_a_mixed_colour_would_be_found() -> None:
    assert SHEETS, "there are none where they were"
    assert MIXED.search("A {\n    background: $accent 22%;\n}")
    assert WRITTEN_OUT.search("A {\n    color: #123456;\n}")
    assert not WRITTEN_OUT.search("#help {\n    color: $quiet;\n}")
