"""A frame as it is taken from a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from textual.app import App

    from reader.first_frame.keeping import Frame, Row


class Taken(NamedTuple):
    """What was on the screen, and what there is to know of it once the app has ended and all is saved."""

    frame: Frame
    is_true: Callable[[], bool]
    """Whether the next start would show the same."""
    needs: Sequence[Path]
    """Files it depends on, besides those that all frames do."""
    files: Callable[[], Iterable[Path]]
    """Where the file lies of which it is a page."""


def rows_of(strips: Iterable[Strip], app: App[int]) -> list[Row]:
    """Looks and texts, as the app writes them to its terminal."""
    colours = COLOR_SYSTEMS.get(app.console.color_system or "", ColorSystem.TRUECOLOR)
    return [_runs(strip, colours) for strip in strips]


def _runs(strip: Strip, colours: ColorSystem) -> Row:
    runs: list[tuple[str, str]] = []
    for text, style, _ in strip:
        look = Strip.render_ansi(style, colours) if style else ""
        if runs and runs[-1][0] == look:
            runs[-1] = (look, runs[-1][1] + text)
        elif text:
            runs.append((look, text))
    return runs
