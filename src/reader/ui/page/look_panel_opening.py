"""The panel of the page's look: opening it beside the page or under it, closing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.screens.reading import ReadingScreen
    from reader.ui.widgets.look_panel import LookPanel


class LookPanelOpening:
    """Puts a `LookPanel` to the page and takes it away, each within the key that asks for it."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._shown: LookPanel | None = None

    async def toggle(self) -> None:
        """Open it in place of another panel, or close it."""
        if self.close():
            return
        await self._screen.work.panel.close()
        desk = self._screen.query_one("#desk")
        if self._shown is not None or not desk.is_attached:  # opened or left meanwhile
            return
        from reader.ui.widgets.look_panel import LookPanel  # not needed to show a page

        self._shown = LookPanel(self._screen.work.settings, close=self.close)
        desk.add_class("-look")
        desk.mount(self._shown)
        self._screen.set_focus(self._shown)  # at once: the next keys are for it

    def close(self) -> bool:
        """Take it away; False when there was none."""
        shown, self._shown = self._shown, None
        if shown is None:
            return False
        self._screen.query_one("#desk").remove_class("-look")
        shown.remove()
        self._screen.set_focus(None)
        self._screen.app.call_later(self._screen.app.saver.settings.written)
        return True

    def refresh(self) -> None:
        """Show the settings as they are now."""
        if self._shown is not None:
            self._shown.refresh()
