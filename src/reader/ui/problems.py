"""What could not be done, said on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.ui.row_pieces import one_line

if TYPE_CHECKING:
    from textual.app import App
    from textual.widget import Widget

_SECONDS = 15
"""How long it stands there: it is more to read than what was done."""


def tell_problem(teller: App[Any] | Widget, problem: Exception | str) -> None:
    """Say why something could not be done."""
    teller.notify(one_line(str(problem)), severity="error", timeout=_SECONDS, markup=False)
