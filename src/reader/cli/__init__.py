"""The command line. The terminal app is imported only by the commands that show it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.arguments import Request

DONE = 0
FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130
"""What a shell expects of a program that ctrl+c has ended: 128 and the signal's number."""


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _obey(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _hush()
    return code


def _obey(argv: Sequence[str]) -> int:
    from reader.cli.arguments import read
    from reader.cli.commands import UsageError

    try:
        request = read(argv)
    except UsageError as error:
        from reader.cli.output import complain

        complain(str(error))
        return WRONG_USAGE
    if request.help:
        print(request.help)
        return DONE
    if request.command is None:
        print(f"reader {_version()}")
        return DONE
    return _carry_out(request)


def _carry_out(request: Request) -> int:
    """Run a command over the workspace of the folders asked for, and close it whatever happens."""
    from reader.folders import find_folders
    from reader.workspace import Workspace

    if request.command is None:
        return DONE
    workspace = Workspace(find_folders(request.data_dir))
    try:
        run = request.command.load()
        return run(request.arguments, workspace)
    except (KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as error:  # noqa: BLE001  # the last resort: one line for people, the rest in the log
        from reader.cli.failures import explain
        from reader.cli.output import complain

        complain(explain(error, workspace.folders.log))
        return FAILED
    finally:
        workspace.close()


def _version() -> str:
    from importlib.metadata import version

    return version("terminal-reader")


def _hush() -> int:
    """Nobody reads the output any longer (`reader text X | head`): nothing more is said, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
