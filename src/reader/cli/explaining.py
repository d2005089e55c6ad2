"""What `reader --help` and the help of each command say, in eighty columns."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from reader.cli.commands import COMMANDS, EVERYWHERE, FILES, LIBRARY, WORK_IS
from reader.cli.examples import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.cli.commands import Command, Option

_WIDTH = 80
_OVERVIEW, _OPTIONS = 27, 21
"""The columns from which on things are explained."""
_MIDDLE = 46
"""Where an example must end to have what it does beside it."""


def overview() -> str:
    """The help of `reader --help`."""
    commands = [("", LIBRARY), ("FILE…", FILES), *((f"{c.name} {c.usage}".rstrip(), c) for c in COMMANDS)]
    rows = [(f"reader {words}", command.help) for words, command in commands]
    return "\n".join(
        [
            "usage: reader [--data-dir FOLDER] [COMMAND | FILE…]",
            "",
            "Read works of fiction in a terminal.",
            "",
            *_table(rows, _OVERVIEW),
            "",
            *_table(EVERYWHERE, _OVERVIEW),
            "",
            *wrap(
                "QUERY is words and fields that must all hold:"
                ' lamp fandom:"Original Work" -tag:angst words:50k..',
                _WIDTH,
            ),
            *wrap(
                f"{WORK_IS} A file named like a command is ./list.",
                _WIDTH,
            ),
            "",
            *_examples(""),
        ]
    )


def describe(command: Command) -> str:
    """The help of one command."""
    lines = [usage_of(command), "", *wrap(sentence(command.help), _WIDTH), ""]
    lines += _table([(option_name(option), option.help) for option in command.options], _OPTIONS)
    lines += ["" for _ in command.options[:1]]
    lines += [*command.more, *("" for _ in command.more[:1])]
    lines += _examples(command.name)
    return "\n".join(lines).rstrip()


def usage_of(command: Command) -> str:
    """How it is called."""
    takes_options = any(option.names[0].startswith("-") for option in command.options)
    parts = ("usage: reader", command.name, "[OPTIONS]" if takes_options else "", command.usage)
    return " ".join(part for part in parts if part)


def sentence(words: str) -> str:
    """Words as a sentence."""
    return f"{words[:1].upper()}{words[1:]}."


def option_name(option: Option) -> str:
    """An option with what it takes, or the name of an argument."""
    takes = dict(option.takes)
    placeholder = str(takes.get("metavar", "WORD" if "choices" in takes else ""))
    return f"{option.names[0]} {placeholder}".rstrip() if option.names[0].startswith("-") else placeholder


def _table(rows: Iterable[tuple[str, str]], column: int) -> Iterator[str]:
    """Names with what they mean from a column on; below the name where that is too long."""
    for name, meaning in rows:
        lines = wrap(meaning, _WIDTH - column)
        head = f"  {name}"
        if len(head) > column - 1:
            yield head
            head = ""
        for line in lines:
            yield f"{head:<{column}}{line}"
            head = ""


def _examples(name: str) -> Iterator[str]:
    """What can be typed, with what it does beside it, or below where that is too long for one of them."""
    examples = EXAMPLES.get(name, ())
    if not examples:
        return
    yield "For example:"
    column = max(len(typed) for typed, _ in examples) + 4
    if column <= _MIDDLE:
        yield from _table(examples, column)
        return
    for typed, meaning in examples:
        yield from (f"  {typed}", f"      {meaning}")
