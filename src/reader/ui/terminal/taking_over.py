"""Going on with the terminal that the first frame was painted on."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver

from reader.first_frame.held_terminal import held

_ALTERNATE_SCREEN = "\x1b[?1049h"
"""Entered a second time, it is blank for a moment in some terminals, XTerm among them."""


class TakingOver(LinuxDriver):
    """Takes the terminal over, and gives it back as it was. It changes: it knows whether it just does."""

    _takes_over = False

    def start_application_mode(self) -> None:
        """Begin, on the screen that is shown; after a suspension, on a new one."""
        self._takes_over = held.is_held
        super().start_application_mode()  # type: ignore[no-untyped-call]  # it has no types
        if self._takes_over:
            self.attrs_before = held.hand_over()
            self._takes_over = False

    def write(self, data: str) -> None:
        """Write to the terminal, but stay on the screen that is shown."""
        if not (self._takes_over and data == _ALTERNATE_SCREEN):
            super().write(data)

    def stop_application_mode(self) -> None:
        """End, and have it known that nothing is left to be set right."""
        super().stop_application_mode()
        held.was_given_back()
