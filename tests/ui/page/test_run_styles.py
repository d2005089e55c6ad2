"""How runs look."""

from __future__ import annotations

import pytest
from rich.style import Style as RichStyle

from reader.layout.line import Ornament, Run
from reader.ui.page.run_styles import COMPONENTS, RunStyles
from reader.work.model import BlockKind, Role, Style

COLOURS = {name: f"color({number})" for number, name in enumerate(sorted(COMPONENTS), 20)}
BOLD = {"page--heading", "page--strong"}


def component(name: str, *, partial: bool = False) -> RichStyle:
    return RichStyle(color=COLOURS[name], bold=name in BOLD or None)


def look(text: str = "lamp", **others: object) -> RichStyle:
    return RunStyles(component).of_run(Run(0, text, len(text), 0, **others))  # type: ignore[arg-type]


def colour(style: RichStyle) -> str:
    assert style.color is not None
    return next(name for name, written in COLOURS.items() if written == style.color.name)


def test_every_level_of_heading_in_the_text_looks_its_own_from_the_third_down() -> None:
    looks = [look(kind=BlockKind.HEADING, level=level) for level in (3, 4, 5, 6)]
    assert len(set(looks)) == 4


@pytest.mark.parametrize(
    ("style", "link", "text", "name", "underlined"),
    [
        (Style.CODE, "", "lamp", "page--code", False),
        (Style.STRONG, "", "lamp", "page--strong", False),
        (Style.PLAIN, "#n1", "lamp", "page--link", True),
        (Style.SUPERSCRIPT, "#n1", "¹", "page--link", False),
        (Style.SUPERSCRIPT, "", "¹", "page--text", False),
        (Style.SUPERSCRIPT, "", "[1]", "page--matter", False),
        (Style.UNDERLINE, "", "lamp", "page--text", True),
    ],
)
def test_spans_look_what_they_are(style: Style, link: str, text: str, name: str, *, underlined: bool) -> None:
    found = look(text, style=style, link=link)
    assert colour(found) == name
    assert bool(found.underline) is underlined


@pytest.mark.parametrize(
    ("ornament", "name"),
    [
        (Ornament.FRAME, "page--rule"),
        (Ornament.RULE, "page--rule"),
        (Ornament.MARKER, "page--ornament"),
        (Ornament.FOLD, "page--matter"),
    ],
)
def test_what_is_not_in_the_text_is_quiet(ornament: Ornament, name: str) -> None:
    assert colour(look(ornament=ornament)) == name


def test_heads_and_pictures_stand_out_from_text() -> None:
    assert look(kind=BlockKind.TABLE_ROW, level=1).bold
    assert not look(kind=BlockKind.TABLE_ROW).bold
    assert look(kind=BlockKind.IMAGE).italic
    assert colour(look(role=Role.NOTES)) == "page--matter"
    assert look(role=Role.NOTES, kind=BlockKind.HEADING, level=3).bold


def test_struck_and_slanted_text_is_both() -> None:
    found = look(style=Style.STRIKE | Style.EMPHASIS)
    assert found.strike
    assert found.italic
