"""The rows of a widget as they were drawn, for widgets that draw nothing but rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._styles_cache import StylesCache

from reader.ui.uncut_strip import UncutStrip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.filter import LineFilter
    from textual.geometry import Region, Size
    from textual.strip import Strip
    from textual.widget import Widget


class RowCache(StylesCache):
    """What a widget keeps drawn until it is to be drawn anew. It changes.

    Textual looks for borders, outlines, tints and opacity for each row that it draws, and sends each through
    the filters for each frame: a third of the time that a key in a list takes. Here a row is as the widget
    draws it, filtered once, in a widget with no border and no room around it; others are drawn as ever.
    """

    def __init__(self) -> None:
        super().__init__()
        self._filters: Sequence[LineFilter] = ()
        self._size: Size | None = None

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """The rows of a part of the widget."""
        size = widget.region.size
        is_taken_away = crop.bottom > size.height  # but in the frame still
        if widget.styles.gutter or is_taken_away:
            return [UncutStrip.of(strip) for strip in super().render_widget(widget, crop)]
        filters = widget.get_line_filters()
        if filters != self._filters or size != self._size:
            self.clear()
            self._filters, self._size = filters, size
        cache, dirty = self._cache, self._dirty_lines
        wanted = [y for y in crop.line_range if y not in cache or y in dirty]
        if wanted:
            background = widget.background_colors[1]
            for y in wanted:
                row: Strip = UncutStrip.of(widget.render_line(y))
                for line_filter in filters:
                    row = row.apply_filter(line_filter, background)
                cache[y] = row
            dirty.difference_update(wanted)
        rows = [cache[y] for y in crop.line_range]
        first, after = crop.column_span
        return rows if (first, after) == (0, size.width) else [row.crop(first, after) for row in rows]
