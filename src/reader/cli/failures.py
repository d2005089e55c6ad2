"""What an exception that reached the command line is to people; the log has the rest."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from reader.cli.output import shown
from reader.library.catalogue import CatalogueError
from reader.settings import SettingsError
from reader.state.errors import StateError
from reader.workspace import WorkspaceError

if TYPE_CHECKING:
    from reader.cli.log_file import LogFile

_EXPECTED = (WorkspaceError, StateError, CatalogueError, SettingsError)
"""Their messages are written for people."""


def explain(error: Exception, log: LogFile) -> str:
    """One line on what went wrong; for an error nobody expected, with the log that has its traceback."""
    if isinstance(error, _EXPECTED):
        return str(error)
    logging.getLogger(__name__).error("unexpected error", exc_info=error)
    reason, file = f"{type(error).__name__}: {error}", shown(str(log.path))
    if log.failure:
        return f"unexpected error ({reason}); the log {file} can't be written: {log.failure}"
    return f"unexpected error ({reason}); see {file}"
