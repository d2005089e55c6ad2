from __future__ import annotations

import shlex

import pytest

from reader.cli.arguments import read
from reader.cli.commands import COMMANDS, FILES, LIBRARY, UsageError
from reader.cli.examples import EXAMPLES
from reader.cli.explaining import describe, overview
from reader.cli.listing import query_of


def test_no_words_ask_for_the_library() -> None:
    assert read([]).command is LIBRARY


def test_a_first_word_that_is_no_command_is_a_file() -> None:
    request = read(["salt.html", "list"])

    assert request.command is FILES
    assert request.arguments.paths == ["salt.html", "list"]


def test_a_file_named_like_a_command_is_given_with_its_folder() -> None:
    assert read(["./list"]).command is FILES
    assert read(["list"]).command is not FILES


def test_a_file_that_begins_with_a_dash_follows_two_dashes() -> None:
    assert read(["--", "-odd.txt"]).arguments.paths == ["-odd.txt"]


def test_words_with_a_dash_reach_the_query_in_their_order() -> None:
    request = read(["list", "-tag:angst", "(ship:ana/ines", "OR", "-words:..10k)", "--json"])

    assert request.arguments.words == ["-tag:angst", "(ship:ana/ines", "OR", "-words:..10k)"]
    assert request.arguments.json


def test_after_two_dashes_everything_is_a_word() -> None:
    request = read(["list", "--json", "--", "--json", "--data-dir", "x"])

    assert request.arguments.words == ["--json", "--data-dir", "x"]
    assert request.data_dir is None


@pytest.mark.parametrize(
    "words", [["--data-dir", "d", "list"], ["list", "--data-dir=d"], ["list", "--data-dir", "d"]]
)
def test_the_folder_may_stand_anywhere(words: list[str]) -> None:
    assert read(words).data_dir == "d"


@pytest.mark.parametrize(
    "words",
    [
        ["--nonsense"],
        ["show"],
        ["text", "x", "--chapter", "two"],
        ["bookmarks", "--format", "pdf"],
        ["--data-dir"],
    ],
)
def test_wrong_usage_is_said_in_one_line(words: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        read(words)

    assert "\n" not in str(caught.value)


def test_help_names_every_command_and_each_has_its_own() -> None:
    for command in COMMANDS:
        assert f"reader {command.name}" in overview()
        text = read([command.name, "--help"]).help
        assert text.startswith(f"usage: reader {command.name}")
        for option in command.options:
            if option.names[0].startswith("-"):
                assert option.names[0] in text


def test_every_command_can_be_loaded() -> None:
    for command in (*COMMANDS, LIBRARY, FILES):
        assert callable(command.load())


@pytest.mark.parametrize(
    ("words", "query"),
    [
        (["fandom:Original Work"], 'fandom:"Original Work"'),
        (["-fandom:Original Work", "sea"], '-fandom:"Original Work" sea'),
        (["fandom:x words:50k.."], "fandom:x words:50k.."),
        (['fandom:"Original Work" sea'], 'fandom:"Original Work" sea'),
        (["slow burn"], "slow burn"),
        (["tag:a OR angst"], "tag:a OR angst"),
        (["tag:a b UNLESS c"], "tag:a b UNLESS c"),
        (["character:Bo (The Salt Road)"], 'character:"Bo (The Salt Road)"'),
        (["tag:a (b"], "tag:a (b"),
        (["fandom:=Original Work"], 'fandom:="Original Work"'),
    ],
)
def test_quotes_that_the_shell_took_are_put_back(words: list[str], query: str) -> None:
    assert query_of(words) == query


@pytest.mark.parametrize("text", [overview(), *map(describe, COMMANDS)])
def test_help_fits_eighty_columns(text: str) -> None:
    assert [line for line in text.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("name", ["", *(command.name for command in COMMANDS)])
def test_every_command_has_examples_that_are_understood(name: str) -> None:
    assert EXAMPLES[name]
    for typed, _ in EXAMPLES[name]:
        line = typed.partition(" | ")[0].partition(" > ")[0].removeprefix('eval "$(').removesuffix(')"')
        _, *words = shlex.split(line)
        command = read(words).command
        assert command is not None
        assert command.name == name
