"""The details of the chosen work, under the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

from reader.ui.row_pieces import MARKER_WIDTH, Piece, Tone
from reader.ui.widgets.pieces import Looks
from reader.ui.widgets.quiet_lines import UncutLines
from reader.ui.works.details import detail_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.entries import Entry


class WorkDetails(UncutLines):
    """A rule, and under it what there is room for."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._entry: Entry | None = None
        self._remark = self._note = ""
        self._lines: Sequence[tuple[Piece, ...]] = ()
        self._wrapped_for = (0, 0)
        self._looks: Looks | None = None

    def show(self, entry: Entry | None, remark: str = "", note: str = "") -> None:
        """Show a work, what is to be said of its file, and the reader's note; nothing for None."""
        if (entry, remark, note) != (self._entry, self._remark, self._note):
            self._entry, self._remark, self._note = entry, remark, note
            self._wrapped_for = (0, 0)
            self.refresh()

    def _wrap(self) -> None:
        """Wrap anew when there is another work, or another size."""
        width, height = self.size
        if self._wrapped_for != (width, height):
            self._wrapped_for = (width, height)
            room = width - 2 * MARKER_WIDTH
            self._lines = ()
            if self._entry and room > 0:
                self._lines = detail_lines(self._entry, room, height - 1, self._remark, self._note)

    def render_line(self, y: int) -> Strip:
        """The rule, or a line of the details."""
        self._wrap()
        width = self.size.width
        looks = self._looks = self._looks or Looks(self)
        if y == 0:
            return looks.strip((Piece("─" * width, Tone.REST),), width)
        if y > len(self._lines):
            return Strip.blank(width, self.rich_style)
        return looks.strip((Piece(" " * MARKER_WIDTH), *self._lines[y - 1]), width)

    def notify_style_update(self) -> None:
        """Forget colours of the theme before."""
        super().notify_style_update()
        self._looks = None
