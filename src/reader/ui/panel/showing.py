"""The side panel of the reading screen: opening it, filling it from the reading, closing it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from reader.reading.mark_order import shown_marks
from reader.ui.keys.sentences import told
from reader.ui.panel.panels import Panel
from reader.ui.panel.rows import Row, contents_rows, mark_rows, tag_rows

if TYPE_CHECKING:
    from textual.widget import Widget

    from reader.reading.keeping import Keeping
    from reader.reading.reading import Place, Reading
    from reader.ui.screens.reading import ReadingScreen
    from reader.ui.widgets.side_panel import SidePanel


class ReadingPanel:
    """Puts a `SidePanel` beside the page and takes it away, a step at a time however fast keys come."""

    def __init__(self, screen: ReadingScreen, reading: Reading, keeping: Keeping) -> None:
        self._screen = screen
        self._reading = reading
        self._keeping = keeping
        self._shown: SidePanel | None = None
        self._new: tuple[int, ...] = ()
        """The chapters shown as new, by their numbers."""
        self._turn = asyncio.Lock()
        self._by_date = False
        self.filter_words = ""
        """What the bookmarks shown have in common; empty for all of them."""

    async def toggle(self, panel: Panel, desk: Widget) -> None:
        """Show a panel on the left of the desk; close it when it is the one shown."""
        from reader.ui.widgets.side_panel import SidePanel  # not needed to show a page

        async with self._turn:
            if self._shown is not None and self._shown.panel is panel:
                await self._close(self._shown)
                return
            if not desk.is_attached:  # the screen was left meanwhile
                return
            with self._screen.app.batch_update():  # or it would be drawn once without its rows
                if self._shown is None:
                    shown = SidePanel(id="side-panel")
                    await desk.mount(shown, before=0)
                    self._shown = shown
                self._fill(self._shown, panel)
                self._shown.focus_rows()

    def _fill(self, shown: SidePanel, panel: Panel, chosen: str = "") -> None:
        if panel is Panel.CONTENTS:
            self._new = self._keeping.new_chapters
            rows = contents_rows(self._reading, self._new)
            shown.show(panel, rows, chosen=chosen or str(self._reading.anchor.chapter), head="words")
        elif panel is Panel.BOOKMARKS:
            settings = self._screen.workspace.settings
            empty = told("No marks yet: {toggle-mark} marks the page, {choose-passage} a passage.", settings)
            marks = shown_marks(self._keeping.marks(), self.filter_words, by_date=self._by_date)
            rows = mark_rows(marks, settings)
            if self.filter_words:
                rows.insert(0, Row(f"{len(marks)} with “{self.filter_words}”"))
            if chosen not in {row.key for row in rows}:
                chosen = ""
            shown.show(panel, rows, chosen=chosen, empty=empty)
        else:
            shown.show(panel, tag_rows(self._reading.info), empty="This work has no tags.")

    def refresh_marks(self) -> None:
        """Show the bookmarks as they are now, when they are shown."""
        shown = self._shown
        if shown is not None and shown.panel is Panel.BOOKMARKS:
            self._fill(shown, Panel.BOOKMARKS, shown.chosen_key())

    def sort_marks(self) -> bool:
        """Show the bookmarks in the other order; whether that is by date."""
        self._by_date = not self._by_date
        self.refresh_marks()
        return self._by_date

    def filter_marks(self, words: str) -> None:
        """Show only the bookmarks with these words; with none, all."""
        self.filter_words = " ".join(words.split())
        self.refresh_marks()
        if self._shown is not None:
            self._shown.focus_rows()

    def follow_reading(self) -> None:
        """Show a chapter that was read to its end as new no longer, when the contents are shown."""
        shown = self._shown
        if shown is not None and shown.panel is Panel.CONTENTS and self._new != self._keeping.new_chapters:
            self._fill(shown, Panel.CONTENTS, shown.chosen_key())

    def place_of(self, panel: Panel, key: str) -> Place | None:
        """The place that a row of the contents or the bookmarks stands for; None when it is gone."""
        if panel is Panel.CONTENTS:
            return self._reading.chapter_start(int(key))
        return next((mark.place for mark in self._keeping.marks() if mark.bookmark.id == key), None)

    async def close(self) -> bool:
        """Take the panel away; False when there was none."""
        async with self._turn:
            if self._shown is None:
                return False
            await self._close(self._shown)
            return True

    async def _close(self, shown: SidePanel) -> None:
        self._shown = None
        await shown.remove()
        self._screen.set_focus(None)
