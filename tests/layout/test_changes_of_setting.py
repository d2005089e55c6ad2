"""Whatever is changed of how pages are set, the reader stays at the first word of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.layout.strategies import chapters, styles

from reader.layout.pages import lay_out
from reader.layout.style import Notes, PageStyle, Setting

if TYPE_CHECKING:
    from reader.layout.pages import ChapterLayout
    from reader.work.model import Chapter


def first_shown(layout: ChapterLayout, index: int) -> int | None:
    """The text position of the first character of a page, in the order in which it is read."""
    for line in layout.lines(index):
        starts = [run.start for run in line.runs if run.start >= 0]
        if starts:
            return min(starts)
    return None


def shows(layout: ChapterLayout, index: int, position: int) -> bool:
    """Whether a page shows the character at a text position."""
    return any(
        run.start <= position < run.start + len(run.text)
        for line in layout.lines(index)
        for run in line.runs
        if run.start >= 0
    )


@st.composite
def two_styles(draw: st.DrawFn) -> tuple[PageStyle, PageStyle]:
    """A style of a page, and another of which some things differ."""
    before, other = draw(styles()), draw(styles())
    names = draw(st.sets(st.sampled_from(PageStyle._fields), min_size=1))
    return before, before._replace(**{name: getattr(other, name) for name in names})


@given(chapters(), two_styles())
def test_the_first_word_of_every_page_stays_in_view(
    chapter: Chapter, change: tuple[PageStyle, PageStyle]
) -> None:
    before, after = (lay_out(chapter, style._replace(notes=Notes.SHOWN)) for style in change)
    for index in range(len(before.pages)):
        position = first_shown(before, index)
        if position is not None:
            assert shows(after, after.page_at(position), position)


@given(chapters(), two_styles())
def test_what_is_hidden_gives_way_to_what_comes_next_and_is_found_again(
    chapter: Chapter, change: tuple[PageStyle, PageStyle]
) -> None:
    before, after = (lay_out(chapter, style) for style in change)
    for index, page in enumerate(before.pages):
        assert before.page_at(page.start) == index
        then = after.pages[after.page_at(page.start)]
        assert page.start < then.end or then is after.pages[-1]


@given(chapters(), two_styles())
def test_no_character_is_gained_or_lost(chapter: Chapter, change: tuple[PageStyle, PageStyle]) -> None:
    texts = []
    for style in change:
        layout = lay_out(chapter, style._replace(notes=change[0].notes))
        runs = [
            (run.start, run.text)
            for index in range(len(layout.pages))
            for line in layout.lines(index)
            for run in line.runs
            if run.start >= 0
        ]
        positions = {at for start, text in runs for at in range(start, start + len(text))}
        texts.append("".join(chapter.text[at] for at in sorted(positions) if not chapter.text[at].isspace()))
    assert texts[0].replace("\xad", "") == texts[1].replace("\xad", "")


SETTINGS = [
    PageStyle(setting=setting, whole=whole, hyphenation=hyphenation, turned=turned, spacing=spacing)
    for setting in Setting
    for whole in (False, True)
    for hyphenation in (False, True)
    for turned in (False, True)
    for spacing in (1, 2)
]


@pytest.mark.parametrize("style", SETTINGS, ids=range(len(SETTINGS)))
@settings(max_examples=3)
@given(
    chapters(most=6), st.integers(20, 160), st.integers(4, 60), st.booleans(), st.sampled_from(["en", "de"])
)
def test_every_setting_shows_the_whole_text_within_its_pages(
    style: PageStyle, chapter: Chapter, measure: int, height: int, indent: bool, language: str
) -> None:
    style = style._replace(measure=measure, height=height, indent=indent, language=language)
    layout = lay_out(chapter, style)
    shown = []
    for index, page in enumerate(layout.pages):
        lines = layout.lines(index)
        assert len(lines) <= height
        for line in lines:
            assert all(0 <= run.column <= measure - run.width for run in line.runs)
            assert not line.runs or page.start <= line.start <= line.end <= page.end
            runs = [run for run in line.runs if run.start >= 0]
            shown += sorted(at for run in runs for at in range(run.start, run.start + len(run.text)))
    assert len(shown) == len(set(shown))
    missing = set(range(len(chapter.text))) - set(shown)
    assert all(not chapter.text[at].isprintable() or chapter.text[at].isspace() for at in missing)
