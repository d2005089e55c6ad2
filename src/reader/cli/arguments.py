"""From the words typed to a command and its arguments."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.commands import BY_NAME, DATA_DIR, FILES, LIBRARY, Command, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

_NONE = SimpleNamespace()
"""The arguments of what takes none."""


class Request(NamedTuple):
    """What is asked for: a command, help to be printed, or without either the version."""

    command: Command | None = None
    arguments: SimpleNamespace = _NONE
    data_dir: str | None = None
    help: str = ""


def read(argv: Sequence[str]) -> Request:
    """What the words after `reader` ask for. Raises UsageError.

    A first word that is no command is a file. A file with the name of a command is given as `./list`.
    """
    data_dir, rest = without_data_dir(argv)
    if not rest:
        return Request(LIBRARY, data_dir=data_dir)
    first = rest[0]
    if first in ("-h", "--help", "help"):
        from reader.cli.explaining import overview  # seldom asked for

        return Request(help=overview())
    if first == "--version":
        return Request()
    command = BY_NAME.get(first, FILES)
    if command is FILES and first.startswith("-") and first not in ("-", "--"):
        raise UsageError(f"there is no option {first} (see reader --help)")
    return _with_arguments(command, rest if command is FILES else rest[1:], data_dir)


def without_data_dir(argv: Sequence[str]) -> tuple[str | None, list[str]]:
    """The folder named by --data-dir, wherever it stands before a "--", and the other words."""
    data_dir = None
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        if word == "--":
            return data_dir, [*rest, word, *words]
        if word == DATA_DIR:
            data_dir = next(words, None)
        elif word.startswith(f"{DATA_DIR}="):
            data_dir = word.partition("=")[2]
        else:
            rest.append(word)
            continue
        if not data_dir:
            raise UsageError(f"{DATA_DIR} needs a folder")
    return data_dir, rest


def _with_arguments(command: Command, words: list[str], data_dir: str | None) -> Request:
    if not (command.options or command.words or words):
        return Request(command, data_dir=data_dir)
    from reader.cli.parsing import asks_for_help, parse  # `resume` does without argparse

    if asks_for_help(words):
        from reader.cli.explaining import describe

        return Request(help=describe(command))
    return Request(command, parse(command, words), data_dir)
