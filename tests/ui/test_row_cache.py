"""Rows as widgets keep them drawn: what is shown is what Textual itself would show."""

from __future__ import annotations

from textual._styles_cache import StylesCache
from textual.app import App, ComposeResult
from textual.geometry import Region

from reader.ui.row_cache import RowCache
from reader.ui.uncut_strip import UncutStrip
from reader.ui.widgets.quiet_lines import QuietLine


class Lines(App[None]):
    """One line of words."""

    CSS = "QuietLine { background: black; color: white; height: 3 } .padded { padding: 1 }"

    def compose(self) -> ComposeResult:
        line = QuietLine()
        line.show("the quay", "at dusk")
        yield line


async def test_it_keeps_rows_until_they_are_to_be_drawn_anew() -> None:
    app = Lines()
    async with app.run_test(size=(40, 5)):
        line, whole = app.query_one(QuietLine), Region(0, 0, 40, 3)
        cache, drawn = RowCache(), StylesCache().render_widget(line, whole)
        kept = cache.render_widget(line, whole)
        assert kept == drawn
        assert all(isinstance(row, UncutStrip) for row in kept)
        cache.set_dirty(Region(0, 1, 40, 1))
        anew = cache.render_widget(line, whole)
        assert [a is b for a, b in zip(kept, anew, strict=True)] == [True, False, True]
        assert cache.render_widget(line, Region(4, 0, 9, 1))[0].text == drawn[0].text[4:13]


async def test_it_leaves_what_has_room_around_it_to_textual() -> None:
    app = Lines()
    async with app.run_test(size=(40, 5)) as pilot:
        line, whole = app.query_one(QuietLine), Region(0, 0, 40, 3)
        line.add_class("padded")
        await pilot.pause()
        assert line.size.height == 1
        assert RowCache().render_widget(line, whole) == StylesCache().render_widget(line, whole)
        assert len(RowCache().render_widget(line, Region(0, 0, 40, 9))) == 9  # more than there is of it
