"""The least list of many rows that Textual draws line by line, to measure ours against."""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

_ROWS = 10_000
_CHOSEN = Style(reverse=True)


class BareList(ScrollView, can_focus=True):
    """Rows of one piece of text, and a cursor."""

    cursor = 0

    def on_mount(self) -> None:
        """Say how many rows there are."""
        self.virtual_size = Size(80, _ROWS)

    def on_key(self, event: events.Key) -> None:
        """Move by a row, or by a screenful."""
        height = self.size.height
        steps = {"down": 1, "up": -1, "pagedown": height - 1, "pageup": 1 - height}
        event.stop()
        event.prevent_default()
        self.refresh_lines(self.cursor, 1)
        self.cursor = max(0, min(self.cursor + steps.get(event.key, 0), _ROWS - 1))
        self.refresh_lines(self.cursor, 1)
        top = max(min(self.scroll_offset.y, self.cursor), self.cursor - height + 1)
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)

    def render_line(self, y: int) -> Strip:
        """A row."""
        index = y + self.scroll_offset.y
        style = _CHOSEN if index == self.cursor else Style.null()
        return Strip([Segment(f"a bare row, number {index}", style)]).adjust_cell_length(self.size.width)


class BareListApp(App[None]):
    """A list and nothing else."""

    def compose(self) -> ComposeResult:
        """One widget."""
        yield BareList()


if __name__ == "__main__":
    BareListApp().run()
