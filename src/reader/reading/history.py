"""The way back from jumps, and forward again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.reading.reading import Place

_KEPT = 200


class History:
    """The places that jumps were made from. It changes with every jump and every step back."""

    def __init__(self) -> None:
        self._back: list[Place] = []
        self._forward: list[Place] = []

    @property
    def has_back(self) -> bool:
        """Whether there is a way back."""
        return bool(self._back)

    def leave(self, here: Place) -> None:
        """A jump is made from here: the way forward is lost."""
        self._back.append(here)
        del self._back[:-_KEPT]
        self._forward.clear()

    def back(self, here: Place) -> Place | None:
        """Where the last jump was made, None when there was none; `forward` then returns here."""
        return self._step(self._back, self._forward, here)

    def forward(self, here: Place) -> Place | None:
        """Where the last step back was made."""
        return self._step(self._forward, self._back, here)

    @staticmethod
    def _step(source: list[Place], other: list[Place], here: Place) -> Place | None:
        if not source:
            return None
        other.append(here)
        return source.pop()
