"""From the words typed to a command and its arguments."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from reader.cli.commands import BY_NAME, COMMANDS, FILES, LIBRARY, Command

if TYPE_CHECKING:
    from collections.abc import Sequence

DATA_DIR = "--data-dir"


class UsageError(Exception):
    """The command line can't be understood; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for. Without a command it is the version or, with `text`, help to be printed."""

    command: Command | None
    arguments: argparse.Namespace
    data_dir: str | None = None
    text: str = ""


class _Parser(argparse.ArgumentParser):
    """Raises instead of printing a usage message and ending the program."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def read(argv: Sequence[str]) -> Request:
    """What the words after `reader` ask for. Raises UsageError.

    A first word that is no command is a file. A file with the name of a command is given as `./list`.
    """
    data_dir, rest = _without_data_dir(argv)
    none = argparse.Namespace()
    if not rest:
        return Request(LIBRARY, none, data_dir)
    first = rest[0]
    if first in ("-h", "--help", "help"):
        return Request(None, none, data_dir, overview())
    if first == "--version":
        return Request(None, none, data_dir)
    command = BY_NAME.get(first, FILES)
    if command is FILES and first.startswith("-") and first not in ("-", "--"):
        raise UsageError(f"there is no option {first} (see reader --help)")
    return _parsed(command, rest if command is FILES else rest[1:], data_dir)


def _without_data_dir(argv: Sequence[str]) -> tuple[str | None, list[str]]:
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


def _parsed(command: Command, words: list[str], data_dir: str | None) -> Request:
    parser = _Parser(
        prog=f"reader {command.name}".rstrip(), description=command.help, allow_abbrev=False, add_help=False
    )
    for option in command.options:
        keywords: dict[str, Any] = dict(option.takes)
        parser.add_argument(*option.names, help=option.help, **keywords)
    asked = words[: words.index("--")] if "--" in words else words
    if "--help" in asked or "-h" in asked:
        usage = f"usage: {parser.prog} {command.usage}".rstrip()
        return Request(None, argparse.Namespace(), data_dir, f"{usage}\n\n{_details(command)}")
    options, others = _apart(command, words) if command.words else (words, [])
    arguments = parser.parse_args(options)
    arguments.words = others
    return Request(command, arguments, data_dir)


def _apart(command: Command, words: list[str]) -> tuple[list[str], list[str]]:
    """The command's own options, which take no values, and all other words; after a "--" all are words."""
    names = {name for option in command.options for name in option.names}
    end = words.index("--") if "--" in words else len(words)
    before, after = words[:end], words[end + 1 :]
    return [w for w in before if w in names], [*(w for w in before if w not in names), *after]


def overview() -> str:
    """The help of `reader --help`."""
    rows = [("", LIBRARY), ("FILE…", FILES), *((f"{c.name} {c.usage}".rstrip(), c) for c in COMMANDS)]
    lines = [
        "usage: reader [--data-dir FOLDER] [COMMAND | FILE…]",
        "",
        "Read works of fiction in a terminal.",
        "",
    ]
    lines += [f"  reader {words:<17} {command.help}" for words, command in rows]
    lines += [
        "",
        f"  {DATA_DIR} FOLDER        keep everything of Reader's in this folder (or set READER_DATA_DIR)",
        "  --version                which version this is",
        "  -h, --help               this help; after a command, what it takes",
        "",
        "WORK is an id, the beginning of one, or words of a title. A file named like a command is ./list.",
    ]
    return "\n".join(lines)


def _details(command: Command) -> str:
    lines = [command.help[:1].upper() + command.help[1:] + ".", ""]
    for option in command.options:
        keywords = dict(option.takes)
        placeholder = str(keywords.get("metavar", ""))
        is_option = option.names[0].startswith("-")
        name = f"{option.names[0]} {placeholder}".rstrip() if is_option else placeholder
        lines.append(f"  {name:<18} {option.help}")
    return "\n".join(lines).rstrip()
