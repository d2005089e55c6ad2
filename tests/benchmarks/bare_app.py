"""The least Textual app there is, to measure ours against: one widget with one line of text."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    """A line of text."""

    def compose(self) -> ComposeResult:
        """One widget."""
        yield Static("a bare page")


if __name__ == "__main__":
    BareApp().run()
