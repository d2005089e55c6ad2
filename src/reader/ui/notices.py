"""What is wrong with state or settings, said in a banner as soon as it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from textual.screen import Screen

    from reader.workspace import Workspace


class Notices:
    """Shows each notice once on each screen. It changes: it remembers where what was shown."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._shown: WeakKeyDictionary[Screen[Any], str | None] = WeakKeyDictionary()

    async def show(self, screen: Screen[Any]) -> None:
        """Show what there is to be told, unless this screen showed it already or stands over another."""
        notice = self._words()
        if screen.is_modal or not screen.is_attached or self._shown.get(screen) == notice:
            return
        from reader.ui.widgets.banner import Banner  # seldom needed

        self._shown[screen] = notice
        await screen.query(Banner).remove()
        if notice is not None:
            await screen.mount(Banner(self._with_key(notice)), before=0)

    def close(self, screen: Screen[Any]) -> None:
        """Take away what is shown on a screen, as a click on it does."""
        from reader.ui.widgets.banner import Banner

        screen.query(Banner).remove()

    def _with_key(self, notice: str) -> str:
        from reader.ui.commands.everywhere import CloseNotice
        from reader.ui.keys.in_force import keys_in_force

        key = CloseNotice.first_key(keys_in_force(self._workspace.settings))
        return f"{notice} · {key} closes this" if key else notice

    def _words(self) -> str | None:
        """What is worst, and how much more there is to be told."""
        notice, warnings = self._workspace.notice, self._workspace.warnings
        if len(warnings) > 1 and notice == warnings[0]:
            return f"{notice} · and {len(warnings) - 1} more: see the settings, or reader config"
        return notice
