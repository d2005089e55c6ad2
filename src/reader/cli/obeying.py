"""From the words typed to what was done. The terminal app is imported only by the commands that show it."""

from __future__ import annotations

import atexit
import codecs
import gc
import os
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import reader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import SimpleNamespace

    from reader.cli.arguments import Request
    from reader.cli.commands import Command
    from reader.cli.progress import Progress
    from reader.workspace import Workspace

DONE = 0
FAILED = 1
WRONG_USAGE = 2


def obey(words: Sequence[str]) -> int:
    """Carry out one command; the exit code. Raises KeyboardInterrupt."""
    atexit.register(gc.freeze)  # before it ends, Python would look for garbage in all that was loaded
    codecs.register_error("reader", _legible)
    for stream in (sys.stdout, sys.stderr):  # and the app writes to the second
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="reader")
    try:
        code = _obey(words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # nobody reads the output any longer: `reader text WORK | head`
        _discard_output()
        return DONE
    except OSError as error:
        from reader.cli.output import complain

        complain(f"the output can't be written: {error.strerror}")
        _discard_output()
        return FAILED
    return code


def _legible(error: UnicodeError) -> tuple[str, int]:
    """What is written of what the output's encoding does not have, as `codecs.register_error` wants it."""
    from reader.layout.stand_ins import replaced

    assert isinstance(error, UnicodeEncodeError)  # noqa: S101  # only output is encoded so
    return replaced(error.object[error.start : error.end]), error.end


def _obey(words: Sequence[str]) -> int:
    from reader.cli.arguments import read
    from reader.cli.commands import UsageError

    try:
        request = read(words)
        if request.help:
            print(request.help)
        elif request.command is None:
            print(f"reader {reader.__version__}")
        else:
            return _carry_out(request.command, request)
    except UsageError as error:
        from reader.cli.output import complain

        complain(str(error))
        return WRONG_USAGE
    return DONE


def _carry_out(command: Command, request: Request) -> int:
    """Run a command over the workspace of the folders asked for, and close it whatever happens."""
    from reader.cli.commands import UsageError
    from reader.cli.log_file import logged_to
    from reader.folders import find_folders
    from reader.workspace import Workspace

    folders = find_folders(request.data_dir)
    with (
        logged_to(folders.log) as log,
        closing(Workspace(folders, on_rebuild=_tell_rebuilding())) as workspace,
    ):
        if workspace.settings.ambiguous == "wide":
            from reader.layout.cells import set_wide_ambiguous  # before anything is measured

            set_wide_ambiguous(wide=True)
        try:
            return _run(command, request.arguments, workspace)
        except (BrokenPipeError, UsageError):
            raise
        except Exception as error:  # noqa: BLE001  # the last resort: one line for people, the rest in the log
            from reader.cli.failures import explain
            from reader.cli.output import complain

            complain(explain(error, log))
            return FAILED


def _run(command: Command, arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Run one command; what the app would say in a banner is said on stderr."""
    code = command.load()(arguments, workspace)
    if not command.screen:
        remarks = workspace.store.take_remarks() if workspace.state_is_read else []
        for notice in [*workspace.notices, *remarks]:
            from reader.cli.output import complain

            complain(notice)
    return code


def _tell_rebuilding() -> Callable[[int, int], None]:
    """A progress bar for the catalogue being made anew, loaded when that happens."""
    bars: list[Progress] = []

    def tell(done: int, total: int) -> None:
        from reader.cli.progress import Progress

        if not bars:
            bars.append(Progress("making the catalogue anew"))
        bars[0](done, total)

    return tell


def _discard_output() -> None:
    """Say nothing more, not even what is still to be flushed at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
