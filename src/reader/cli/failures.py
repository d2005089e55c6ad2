"""What an exception that reached the command line is to people, and the log that has the rest."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from reader.cli.output import shown
from reader.library.catalogue import CatalogueError
from reader.settings import SettingsError
from reader.state.errors import StateError
from reader.workspace import WorkspaceError

if TYPE_CHECKING:
    from pathlib import Path

_EXPECTED = (WorkspaceError, StateError, CatalogueError, SettingsError)
"""Their messages are written for people."""


def explain(error: Exception, log: Path) -> str:
    """One line on what went wrong; for an error nobody expected, with the log that has its traceback."""
    if isinstance(error, _EXPECTED):
        return str(error)
    reason = f"{type(error).__name__}: {error}"
    try:
        _write(error, log)
    except OSError as unwritable:
        return (
            f"unexpected error ({reason}); the log {shown(str(log))} can't be written: {unwritable.strerror}"
        )
    return f"unexpected error ({reason}); see {shown(str(log))}"


def _write(error: Exception, log: Path) -> None:
    log.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(log, encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    try:
        handler.handle(
            logging.LogRecord(
                "reader",
                logging.ERROR,
                "",
                0,
                "unexpected error",
                None,
                (type(error), error, error.__traceback__),
            )
        )
    finally:
        handler.close()
