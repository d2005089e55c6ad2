"""The manual page `reader(1)`, made from the declarations of commands, keys, fields and settings.

`python -m reader.cli.man_page` writes it anew; a test says when that is due. It lies in the package, and
a wheel installs it where man(1) looks. Written in the man macros of troff, as man(7) has them.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import reader
from reader.cli.commands import COMMANDS, DATA_DIR, EVERYWHERE, FILES, LIBRARY, WORK_IS
from reader.cli.examples import EXAMPLES
from reader.cli.explaining import option_name, sentence, usage_of
from reader.library.queries.field_notes import FIELD_NOTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.cli.commands import Command
    from reader.ui.commands.command import CommandGroups

PAGE = Path(reader.__file__).parent / "man" / "reader.1"
"""The page as it was written last."""
_FILES = (
    ("state.toml", "What you made: places, bookmarks, notes, statuses, your own tags. Back this up."),
    ("originals/", "A copy of every file that was added. Back this up as well."),
    ("library.db", "The catalogue, made anew from the other two where it is missing."),
    ("config.toml", "Your settings; reader config --init writes one with every setting explained."),
)
_CODES = (
    ("0", "Done; to find nothing is done too."),
    ("1", "Something failed, and standard error says what; the rest of it was done."),
    ("2", "The command line was not understood."),
)


def man_page() -> str:
    """All of it."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH READER 1 "" "Reader {reader.__version__}" "User Commands"'
    yield from _beginning()
    yield ".SH COMMANDS"
    for command in COMMANDS:
        yield from _command(command)
    yield from _what_is_typed()
    yield from _keys()
    yield from _surroundings()
    yield ".SH EXAMPLES"
    yield from _examples("")


def _beginning() -> Iterator[str]:
    yield from (".SH NAME", r"reader \- read works of fiction in a terminal")
    yield from (
        ".SH SYNOPSIS",
        ".B reader",
        r"[\fB\-\-data\-dir\fR \fIFOLDER\fR] [\fICOMMAND\fR | \fIFILE\fR...]",
    )
    yield ".SH DESCRIPTION"
    yield _escaped(
        "Reader shows works on real pages, keeps the place where you stopped through every update of a work,"
        " and finds works by their tags. Works are files: AO3 downloads, EPUB, HTML, FB2, Kindle, PDF,"
        " Markdown and plain text, alone, in folders, in zip archives or in a calibre library."
    )
    yield from _named([("reader", sentence(LIBRARY.help)), ("reader FILE...", sentence(FILES.help))])


def _what_is_typed() -> Iterator[str]:
    yield ".SH OPTIONS"
    yield from _named((name, sentence(about)) for name, about in EVERYWHERE)
    yield ".SH WORKS"
    yield _escaped(WORK_IS)
    yield ".SH QUERIES"
    yield _escaped(
        "QUERY is words and fields that must all hold. OR widens and binds weaker, parentheses group, quotes"
        " keep spaces, a dash before a word leaves out what it finds."
    )
    yield from _named((f"{field}:", note) for field, note in FIELD_NOTES.items())


def _surroundings() -> Iterator[str]:
    yield from (
        ".SH FILES",
        _escaped("In the data and settings folders; reader doctor says where these are."),
    )
    yield from _named(_FILES)
    yield ".SH ENVIRONMENT"
    yield from _named(
        [
            ("READER_DATA_DIR", f"As {DATA_DIR}."),
            ("NO_COLOR", "No colours, where it is set and not empty."),
        ]
    )
    yield ".SH EXIT STATUS"
    yield from _named(_CODES)


def _command(command: Command) -> Iterator[str]:
    yield f".SS {_escaped(usage_of(command).removeprefix('usage: '))}"
    yield _escaped(sentence(command.help))
    yield from _named((option_name(option), f"{sentence(option.help)}") for option in command.options)
    if command.more:
        yield from (".PP", ".nf", *(_escaped(line) for line in command.more), ".fi")
    yield ".PP"
    yield from _examples(command.name)


def _examples(name: str) -> Iterator[str]:
    for typed, meaning in EXAMPLES[name]:
        yield from (".PP", ".RS", ".nf", _escaped(typed), ".fi", ".RS", _escaped(meaning), ".RE", ".RE")


def _keys() -> Iterator[str]:
    from reader.ui.commands.library import LIBRARY_GROUPS
    from reader.ui.commands.reading import READING_HELP

    yield ".SH KEYS"
    yield _escaped(
        "By default; reader config --keys shows those in force, and ? those of the screen you are on."
    )
    for name, groups in (("The library", LIBRARY_GROUPS), ("The page", READING_HELP)):
        yield from _groups(name, groups)


def _groups(screen: str, groups: CommandGroups) -> Iterator[str]:
    for name, commands in groups:
        yield f".SS {_escaped(screen)}: {_escaped(name)}"
        yield from _named((command.shown_keys(), sentence(command.description())) for command in commands)


def _named(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Names, each with what it means."""
    for name, meaning in pairs:
        yield from (".TP", rf"\fB{_escaped(name)}\fR", _escaped(meaning))


def _escaped(words: str) -> str:
    """Words as a line of the source, which may be of any length, but not begin as a macro does."""
    text = words.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^(?=[.'])", r"\\&", text)


if __name__ == "__main__":
    PAGE.write_text(man_page(), encoding="utf-8")
