"""Sentences name the keys in force: in no string of the app stands a key that a reader may have changed."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader.ui
from reader.settings import Settings
from reader.ui.keys.contexts import all_commands
from reader.ui.keys.sentences import FIELD, told

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMANDS = all_commands()
SOURCES = Path(reader.ui.__file__).parent
OF_COMMANDS = {"keys", "more_keys", "other_words"}
PRESSED = re.compile(
    # a key by its name, anywhere
    r"(?:^|[ (·:,;.])(?:esc|escape|enter|tab|space|PgUp|PgDn|Del|(?:ctrl|alt|shift)\+\S+|[↑↓←→]+)"
    r"(?=$|[ ),.·:;])"
    # a letter or a sign, and what it does; "a" may be an article
    r"|(?:^ *|[·:;,.(] ?)[B-HJ-Zb-z/?=+*%'.,-] (?=[a-z]+s\b)"
    r"|· [B-HJ-Zb-z/?=+*%'.,-] (?=[a-z])"
    r"|(?:[:;] |· |\()a (?=adds\b)"
)
FIXED = {"esc, or a click, leaves it as it is"}
"""Where any other key is taken for an answer."""


def shown_strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """All strings but docstrings, and those in which commands have their keys."""
    unshown: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):  # what stands there by itself is a docstring
            unshown.add(node.value)
        if isinstance(node, ast.Assign) and OF_COMMANDS & {getattr(to, "id", "") for to in node.targets}:
            unshown.add(node.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in unshown:
            yield node.lineno, node.value


@pytest.fixture(scope="module")
def said() -> dict[str, str]:
    """All sentences of the app, and where each stands; commands are told of by their docstrings."""
    found = {
        text: f"{path.relative_to(SOURCES)}:{line}"
        for path in sorted(SOURCES.rglob("*.py"))
        for line, text in shown_strings(ast.parse(path.read_text(encoding="utf-8")))
        if " " in text.strip()
    }
    return found | {command.description(): command.id() for command in COMMANDS.values()}


def test_no_sentence_names_a_key_that_may_be_another(said: dict[str, str]) -> None:
    assert len(said) > 500
    assert {text: at for text, at in said.items() if PRESSED.search(text) and text not in FIXED} == {}


@pytest.mark.parametrize(
    "text",
    [
        "Kept · u undoes it",
        "esc leaves",
        " · enter adds it",
        "No folder: a adds one",
        "/ finds",
        "(V shows both)",
    ],
)
def test_such_a_sentence_is_found(text: str) -> None:
    assert PRESSED.search(text)


def test_sentences_name_commands_that_there_are(said: dict[str, str]) -> None:
    named = {name: at for text, at in said.items() for name in FIELD.findall(text) if "-" in name}
    assert len(named) > 20
    assert {name: at for name, at in named.items() if name not in COMMANDS} == {}


def test_a_sentence_has_the_first_key_that_is_in_force() -> None:
    sentence = "“{name}” deleted · {undo-change} brings it back"

    assert told(sentence, Settings(), name="{undo}") == "“{undo}” deleted · u brings it back"
    own = Settings(keys={"undo-change": "ctrl+z,u"})
    assert told(sentence, own, name="x") == "“x” deleted · ctrl+z brings it back"


def test_what_has_no_key_is_left_out_or_called_by_its_name() -> None:
    settings = Settings(keys={"undo-change": "", "show-versions": ""})

    assert told("Deleted · {undo-change} brings it back · done", settings) == "Deleted · done"
    assert told("{show-versions} shows both", settings) == "“Files of the work” shows both"


@given(st.sampled_from(sorted(COMMANDS)), st.booleans(), st.text())
def test_no_command_is_left_unnamed_and_words_stay_as_they_are(
    command: str, has_key: bool, word: str
) -> None:
    settings = Settings() if has_key else Settings(keys={command: ""})

    said, end = told(f"{{{command}}}: {{word}}", settings, word=word), f": {word}"

    assert said.endswith(end)
    assert said.removesuffix(end) not in ("", f"{{{command}}}")
