"""What may be meant at the end of a command line: commands, options, values, works, parts of queries."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reader.cli.arguments import without_data_dir
from reader.cli.commands import BY_NAME, COMMANDS, DATA_DIR, EVERYWHERE, FILES
from reader.cli.output import safe
from reader.cli.parsing import takes_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.cli.commands import Command, Option
    from reader.workspace import Workspace

SHELLS = ("bash", "zsh", "fish")
SHELL = "SHELL"
_MOST = 100
"""Words that are offered at a time."""


class Candidate(NamedTuple):
    """A word that may be meant, in the place of the one at the cursor."""

    word: str
    about: str = ""


FILE_NAMES = Candidate(":files")
"""Stands for the names of files, which shells complete themselves."""


def candidates(words: Sequence[str], workspace: Workspace) -> Iterator[Candidate]:
    """What may be meant by the last of the words after `reader`, which may be empty."""
    *before, current = words
    if before and before[-1] == DATA_DIR:
        return iter([FILE_NAMES])
    _, before = without_data_dir(before)
    if not before:
        return _commands(current)
    command = BY_NAME.get(before[0], FILES)
    found = _after(command, before if command is FILES else before[1:], current, workspace)
    return (Candidate(safe(word), safe(about)) for word, about in islice(found, _MOST))


def _commands(current: str) -> Iterator[Candidate]:
    named = [(command.name, command.help) for command in COMMANDS]
    names = ((name.split(", ")[-1].split()[0], about) for name, about in EVERYWHERE)
    options = names if current.startswith("-") else ()
    found = [Candidate(name, about) for name, about in (*named, *options) if name.startswith(current)]
    yield from found
    if not found or not current:
        yield FILE_NAMES


def _after(
    command: Command, before: Sequence[str], current: str, workspace: Workspace
) -> Iterator[tuple[str, str]]:
    """What may follow a command and some words after it."""
    if "--" not in before:
        options = {name: option for option in command.options for name in option.names}
        name, equals, _ = current.partition("=")
        if equals and takes_value(options.get(name)):
            values = _values(options[name], [], current[len(name) + 1 :], workspace)
            return ((word if word == FILE_NAMES.word else f"{name}={word}", about) for word, about in values)
        if before and takes_value(options.get(before[-1])):
            return _values(options[before[-1]], [], current, workspace)
        if current.startswith("-"):
            return _options(command, current, workspace)
    given = _given(command, before)
    if command.usage == SHELL:
        return ((shell, "") for shell in SHELLS if shell.startswith(current) and not given)
    if command.words:
        return _in_query(current, workspace) if "QUERY" in command.usage else iter(())
    argument = next((option for option in command.options if not option.names[0].startswith("-")), None)
    return _values(argument, given, current, workspace) if argument else iter(())


def _options(command: Command, current: str, workspace: Workspace) -> Iterator[tuple[str, str]]:
    for option in command.options:
        for name in option.names:
            if name.startswith(current) and name.startswith("-"):
                yield name, option.help
    if "--help".startswith(current):
        yield "--help", "what it takes, and examples"
    if command.words and "QUERY" in command.usage and current[1:2] != "-":
        yield from ((f"-{word}", about) for word, about in _in_query(current[1:], workspace))


def _given(command: Command, before: Sequence[str]) -> list[str]:
    """The words before that are neither options nor their values."""
    options = {name: option for option in command.options for name in option.names}
    given: list[str] = []
    words = iter(before)
    for word in words:
        if takes_value(options.get(word)):
            next(words, None)
        elif word not in options and word != "--":
            given.append(word)
    return given


def _values(
    option: Option, given: Sequence[str], current: str, workspace: Workspace
) -> Iterator[tuple[str, str]]:
    """What an option or an argument may be; `given` are the words of it that stand there already."""
    takes: Mapping[str, object] = dict(option.takes)
    choices = takes.get("choices")
    kind = takes.get("metavar")
    if isinstance(choices, tuple | range):
        return ((str(choice), "") for choice in choices if str(choice).startswith(current))
    if kind in ("PATH", "FILE", "FOLDER"):
        return iter([FILE_NAMES])
    if kind == "WORK":
        from reader.cli.named_works import named_works  # and with it the library

        joins = takes.get("dest", option.names[0]) == "work"
        return named_works(workspace, " ".join(given) if joins else "", current)
    if kind == "QUERY":
        return _in_query(current, workspace)
    if option.names[0] in ("--tag", "--untag"):
        from reader.cli.named_works import own_tags

        return own_tags(workspace, current)
    if option.names[0] == "--restore":
        from reader.state.restoring import listed

        return ((kept.name, "") for kept in listed(workspace.store.file) if kept.name.startswith(current))
    return iter(())


def _in_query(current: str, workspace: Workspace) -> Iterator[tuple[str, str]]:
    from reader.cli.query_words import query_words  # and with it the library

    return query_words(workspace, current, _MOST)
