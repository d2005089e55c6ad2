"""The words after a command's name, read as its declaration says."""

from __future__ import annotations

import argparse
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NoReturn

from reader.cli.commands import UsageError

if TYPE_CHECKING:
    from reader.cli.commands import Command, Option


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
    """The command's own options with their values, and all other words; after a "--" all are words."""
    with_value = {name: takes_value(option) for option in command.options for name in option.names}
    end = words.index("--") if "--" in words else len(words)
    options: list[str] = []
    others: list[str] = []
    before = iter(words[:end])
    for word in before:
        if with_value.get(word.partition("=")[0]) is None:
            others.append(word)
        elif with_value[word.partition("=")[0]] and "=" not in word:
            value = next(before, None)
            options.append(word if value is None else f"{word}={value}")
        else:
            options.append(word)
    return options, [*others, *words[end + 1 :]]


def takes_value(option: Option | None) -> bool:
    """Whether a value follows it; False for no option."""
    return option is not None and _has_value(option)


def _has_value(option: Option) -> bool:
    return "action" not in dict(option.takes) or dict(option.takes)["action"] == "append"
