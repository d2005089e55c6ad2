"""The log, which has what is too much for a line on the screen. Nothing of it goes to stderr."""

from __future__ import annotations

import logging
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import TextIOWrapper
    from pathlib import Path


class LogFile(logging.FileHandler):
    """The log file, made when there is something to write. It changes: it knows what kept it from writing."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", errors="backslashreplace", delay=True)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self.path = path
        self.failure: BaseException | None = None

    def _open(self) -> TextIOWrapper:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        return super()._open()

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; where that can't be done, the work that is under way goes on."""
        try:
            super().emit(record)
        except OSError:  # from opening it; what fails in writing comes to `handleError` by itself
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, ARG002  # the name is logging's
        """Keep the reason, which logging would print on stderr."""
        self.failure = sys.exception()


@contextmanager
def logged_to(path: Path) -> Iterator[LogFile]:
    """Have everything that Reader logs written to a file."""
    logger, log = logging.getLogger("reader"), LogFile(path)
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(log)
    try:
        yield log
    finally:
        logger.removeHandler(log)
        logger.propagate = propagated
        with suppress(OSError):  # what could not be written is tried once more
            log.close()
