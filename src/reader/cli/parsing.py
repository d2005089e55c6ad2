"""The words after a command's name, read as its declaration says."""

from __future__ import annotations

import argparse
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NoReturn

from reader.cli.commands import UsageError

if TYPE_CHECKING:
    from reader.cli.commands import Command


class _Parser(argparse.ArgumentParser):
    """Raises instead of printing a usage message and ending the program."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def asks_for_help(words: list[str]) -> bool:
    """Whether the command is to be explained, not carried out."""
    asked = words[: words.index("--")] if "--" in words else words
    return "--help" in asked or "-h" in asked


def parse(command: Command, words: list[str]) -> SimpleNamespace:
    """The command's arguments by name, and `words` for one that takes words. Raises UsageError."""
    parser = _Parser(prog=f"reader {command.name}".rstrip(), allow_abbrev=False, add_help=False)
    for option in command.options:
        keywords: dict[str, Any] = dict(option.takes)
        parser.add_argument(*option.names, **keywords)
    options, others = _apart(command, words) if command.words else (words, [])
    return parser.parse_args(options, SimpleNamespace(words=others))


def _apart(command: Command, words: list[str]) -> tuple[list[str], list[str]]:
    """The command's own options, which take no values, and all other words; after a "--" all are words."""
    names = {name for option in command.options for name in option.names}
    end = words.index("--") if "--" in words else len(words)
    before, after = words[:end], words[end + 1 :]
    return [w for w in before if w in names], [*(w for w in before if w not in names), *after]


def describe(command: Command) -> str:
    """The help of one command."""
    lines = [f"usage: reader {command.name} {command.usage}".rstrip(), ""]
    lines += [command.help[:1].upper() + command.help[1:] + ".", ""]
    for option in command.options:
        placeholder = str(dict(option.takes).get("metavar", ""))
        is_option = option.names[0].startswith("-")
        name = f"{option.names[0]} {placeholder}".rstrip() if is_option else placeholder
        lines.append(f"  {name:<18} {option.help}")
    return "\n".join(lines).rstrip()
