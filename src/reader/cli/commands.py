"""Every command of the command line, declared once: its name, its help and what carries it out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from reader.cli.values import count, number, path, source, tag
from reader.work.statuses import STATUSES

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace

    from reader.workspace import Workspace

    Run = Callable[[SimpleNamespace, Workspace], int]

DATA_DIR = "--data-dir"
EVERYWHERE = (
    (f"{DATA_DIR} FOLDER", "keep everything of Reader's in this folder (or set READER_DATA_DIR)"),
    ("--version", "which version this is"),
    ("-h, --help", "this help; after a command, what it takes, with examples"),
)
"""Options that are no command's own, with what they are for."""
WORK_IS = "WORK is an id, the beginning of one, or words of a title."


class UsageError(Exception):
    """The command line can't be understood; the message says why in one line."""


class Option(NamedTuple):
    """An option or, without leading dashes, an argument; `takes` is handed to argparse as it is."""

    names: tuple[str, ...]
    help: str
    takes: tuple[tuple[str, object], ...] = ()


class Command(NamedTuple):
    """One command. `runs` is "module:function" below `reader.cli`, imported only when it is to run."""

    name: str
    usage: str
    """What follows the name."""
    help: str
    runs: str
    options: tuple[Option, ...] = ()
    screen: bool = False
    """True when it shows the app."""
    words: bool = False
    """True when everything that is not one of its options is words, even with a dash in front."""
    more: tuple[str, ...] = ()
    """Further lines of its help."""

    def load(self) -> Run:
        """The function that carries it out and returns the exit code."""
        module, _, function = self.runs.partition(":")
        return cast("Run", getattr(import_module(f"reader.cli.{module}"), function))


_JSON = Option(("--json",), "for programs: one JSON document", (("action", "store_true"),))
_WORK = Option(
    ("work",), "an id, the beginning of one, or words of a title", (("nargs", "+"), ("metavar", "WORK"))
)

COMMANDS = (
    Command("resume", "", "straight to the page where you stopped", "app:resume", screen=True),
    Command(
        "add",
        "PATH…",
        "add files, folders with all that is in them, zip archives",
        "adding:add",
        (Option(("paths",), "a file or folder", (("type", path), ("nargs", "+"), ("metavar", "PATH"))),),
    ),
    Command("update", "", "look again at every known folder and file", "adding:update"),
    Command(
        "list",
        "[QUERY]",
        "the works as a table, all of them or those that a query finds",
        "listing:list_works",
        (
            _JSON,
            Option(
                ("--hidden",),
                "with the works that your rules (“hide” in the settings) keep out of sight",
                (("action", "store_true"),),
            ),
        ),
        words=True,
    ),
    Command("show", "WORK", "everything known of one work", "listing:show", (_WORK, _JSON)),
    Command(
        "text",
        "[WORK]",
        "a work's text in lines, nothing drawn: for other programs, or to be read so",
        "texts:text",
        (
            Option(
                ("work",),
                "an id, the beginning of one, or words of a title; without, the work read last",
                (("nargs", "*"), ("metavar", "WORK")),
            ),
            Option(("--chapter",), "this chapter only", (("type", int), ("metavar", "N"))),
            Option(("--no-notes",), "without summaries and notes", (("action", "store_true"),)),
        ),
        more=(
            "In a terminal you read on from where you stopped, some paragraphs at a time: for",
            "screen readers and terminals that can't draw. With $PAGER set, that shows you a",
            "chapter at a time.",
        ),
    ),
    Command(
        "search",
        "WORDS",
        "look for words in the text of all works",
        "searching:search",
        (
            Option(
                ("--in",),
                "in this work only, every match; more than one can be named",
                (("action", "append"), ("metavar", "WORK"), ("dest", "works")),
            ),
            Option(("--where",), "in the works that a query finds", (("metavar", "QUERY"),)),
            _JSON,
        ),
        words=True,
        more=(
            "What can be typed, in quotes of your shell where it needs them:",
            "  lamp harbour            both words in one chapter",
            "  '\"the quiet lamp\"'      these words in a row",
            "  'harb*'                 words that begin so",
            "  lamp NEAR/10 harbour    at most ten words between them",
            "  lamp -storm             chapters without the second",
            "  lamp OR lantern         either; parentheses group: '(lamp OR lantern) tide'",
            "Searched are stories and the notes in them. Capitals and accents make no",
            "difference.",
        ),
    ),
    Command(
        "set",
        "WORK…",
        "change what you say of a work",
        "marking:set_values",
        (
            Option(("works",), "ids, or words of titles in quotes", (("nargs", "+"), ("metavar", "WORK"))),
            Option(
                ("--status",),
                f"{', '.join(STATUSES[:-1])} or {STATUSES[-1]}",
                (("metavar", "STATUS"), ("choices", STATUSES)),
            ),
            Option(
                ("--rating",),
                "your own, from 1 to 5; 0 takes it away",
                (("metavar", "N"), ("type", int), ("choices", range(6))),
            ),
            Option(("--note",), "a note for yourself; an empty one takes it away", (("metavar", "TEXT"),)),
            Option(("--times-read",), "how often you have read it", (("metavar", "N"), ("type", count))),
            Option(
                ("--tag",),
                "put a tag of your own on it",
                (("type", tag), ("action", "append"), ("metavar", "NAME")),
            ),
            Option(
                ("--untag",),
                "take a tag of yours off",
                (("type", tag), ("action", "append"), ("metavar", "NAME")),
            ),
            Option(
                ("--source",),
                "the file its text is read from: the number in reader show, or best",
                (("type", source), ("metavar", "N")),
            ),
            Option(
                ("--let-go",),
                "let the copy of a superseded file go: the number in reader show",
                (("type", number), ("metavar", "N")),
            ),
            Option(("--seen",), "take none of its chapters for new any longer", (("action", "store_true"),)),
        ),
    ),
    Command(
        "bookmarks",
        "[WORK]",
        "your bookmarks",
        "marking:bookmarks",
        (
            Option(
                ("work",),
                "of this work only: an id, or words of a title",
                (("nargs", "*"), ("metavar", "WORK")),
            ),
            Option(
                ("--format",),
                "markdown (the default), json or csv",
                (("choices", ("markdown", "json", "csv")), ("default", "markdown")),
            ),
            Option(("--where",), "of the works a query finds, as in reader list", (("metavar", "QUERY"),)),
            Option(
                ("--colour",),
                "yellow, green, blue, pink, orange or violet",
                (("choices", ("yellow", "green", "blue", "pink", "orange", "violet")),),
            ),
            Option(
                ("--import",),
                "take in the bookmarks of a JSON file, found by their quotations",
                (("metavar", "FILE"), ("dest", "take_in")),
            ),
        ),
    ),
    Command(
        "merge",
        "FILE",
        "merge the state file of another machine into yours",
        "marking:merge",
        (Option(("file",), "a state.toml", (("metavar", "FILE"),)),),
    ),
    Command(
        "remove",
        "WORK",
        "take a work out of the library; your marks in it stay in the state",
        "adding:remove",
        (_WORK,),
    ),
    Command(
        "config",
        "",
        "the settings in force and where they come from",
        "config:config",
        (
            Option(
                ("--init",),
                "write a settings file with every setting and key in it, as comments",
                (("action", "store_true"),),
            ),
            Option(("--keys",), "the keys of all commands", (("action", "store_true"),)),
        ),
    ),
    Command(
        "doctor",
        "",
        "where everything is, and what is wrong with it",
        "doctor:doctor",
        (
            Option(("--yes",), "mend what can be mended without asking first", (("action", "store_true"),)),
            Option(
                ("--rebuild",), "make the catalogue anew from the files kept", (("action", "store_true"),)
            ),
            Option(("--backups",), "list the backups of your state", (("action", "store_true"),)),
            Option(("--restore",), "put a backup back in its place", (("metavar", "NAME"),)),
        ),
    ),
    Command(
        "completion",
        "SHELL",
        "a script that completes what you type after reader: for bash, zsh or fish",
        "completion:completion",
        words=True,
    ),
)
BY_NAME = {command.name: command for command in COMMANDS}
LIBRARY = Command("", "", "the library, with the last work ready to continue", "app:library", screen=True)
FILES = Command(
    "",
    "FILE…",
    "add the files and read the first",
    "app:read_files",
    (Option(("paths",), "a file", (("type", path), ("nargs", "+"), ("metavar", "FILE"))),),
    screen=True,
)
