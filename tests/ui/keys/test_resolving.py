"""Keys settled with one another: what the reader wrote is in force, or told of."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader.ui.commands
from reader.settings import CHOICES, Settings
from reader.ui.commands.command import Command
from reader.ui.keys.contexts import CONTEXTS, all_commands
from reader.ui.keys.in_force import keys_in_force
from reader.ui.keys.key_names import read_key
from reader.ui.keys.presets import PRESETS
from reader.ui.keys.resolving import parted, settled

COMMANDS = all_commands()
KEYS = (
    "j",
    "k",
    "x",
    "q",
    "?",
    "space",
    "ctrl+d",
    "PgDn",
    "shift+a",
    "3",
    "f13",
    "no such key",
    "escape",
    "+",
)
IDS = st.sampled_from(sorted([*COMMANDS, "nxt-page", ""]))
OWN = st.dictionaries(IDS, st.lists(st.sampled_from(KEYS), max_size=3).map(",".join), max_size=8)


@given(st.sampled_from(CHOICES["keymap"]), OWN)
def test_each_key_of_ones_own_is_in_force_or_told_of(keymap: str, own: dict[str, str]) -> None:
    result = settled(keymap, own)

    told = {(problem.command, problem.written) for problem in result.problems}
    for command_id, keys in own.items():
        for written in parted(keys):
            in_force = read_key(written).key in result.keys.get(command_id, ())
            assert in_force or (command_id, written) in told or (command_id, "") in told
        if not parted(keys) and command_id in COMMANDS and (command_id, "") not in told:
            assert not result.keys[command_id]


@given(st.sampled_from(CHOICES["keymap"]), OWN)
def test_a_key_carries_out_one_command_in_each_place(keymap: str, own: dict[str, str]) -> None:
    result = settled(keymap, own)

    for context in CONTEXTS:
        keys = [key for command in context.commands for key in result.keys[command.id()]]
        assert len(keys) == len(set(keys)), context.where
    assert {*result.keys} == {*COMMANDS}
    assert any(result.keys[way] for way in ("quit", "leave", "show-palette"))
    assert all(result.keys[context.out.id()] for context in CONTEXTS if context.out)


@given(st.sampled_from(CHOICES["keymap"]), OWN)
def test_a_default_key_is_only_lost_to_a_key_of_ones_own(keymap: str, own: dict[str, str]) -> None:
    result, before = settled(keymap, own), settled(keymap, {})

    for command_id, keys in before.keys.items():
        if command_id in result.own:
            continue
        lost = {loss.key for loss in result.losses if loss.command == command_id}
        assert {*keys} - {*result.keys[command_id]} <= lost | {"ctrl+q"}


def test_the_first_of_two_that_want_a_key_has_it() -> None:
    result = settled("default", {"toggle-mark": "j,x", "next-page": "j"})

    assert result.keys["toggle-mark"] == ("j", "x")
    assert "j" in {key.split()[0] for key in [problem.written for problem in result.problems]}
    assert "toggle-mark" in result.problems[0].words
    assert "next-page" in result.problems[0].words
    assert "on the page" in result.problems[0].words
    assert result.keys["next-page"] == ("space", "right", "l", "pagedown", "down")
    assert [(loss.key, loss.command, loss.winner) for loss in result.losses] == [
        ("j", "next-page", "toggle-mark"),
        ("x", "toggle-notes", "toggle-mark"),
    ]


def test_nobody_is_locked_in() -> None:
    result = settled("default", {"quit": "", "leave": "", "show-palette": ""})

    assert result.keys["quit"] == ("ctrl+q",)
    assert len(result.problems) == 1


def test_every_place_keeps_a_way_out_that_reaches_it() -> None:
    result = settled("default", {"close-help": "", "leave-line": "x", "take-option": "escape"})

    assert result.keys["close-help"] == ("escape",)
    assert result.keys["leave-line"] == ("escape",)
    assert result.keys["close-palette"] == ("escape",)
    assert result.keys["take-option"] == ()
    assert {problem.command for problem in result.problems} == {"close-help", "leave-line", "take-option"}
    assert not [loss for loss in result.losses if loss.command == "close-palette"]


def test_a_near_command_is_suggested() -> None:
    (problem,) = settled("default", {"nxt-page": "x"}).problems
    assert problem.words.endswith("did you mean next-page?")


@pytest.mark.parametrize("name", PRESETS)
def test_presets_name_commands_and_keys_that_every_terminal_sends(name: str) -> None:
    assert {*PRESETS[name]} <= {*COMMANDS}
    for keys in PRESETS[name].values():
        for key in parted(keys):
            assert read_key(key) == (key, "", "")
    result = settled(name, {})
    assert result.problems == []
    for command_id, keys in PRESETS[name].items():
        assert result.keys[command_id] == parted(keys), command_id
    assert [command_id for command_id, keys in result.keys.items() if not keys] == []


def test_the_settings_offer_the_presets_there_are() -> None:
    assert CHOICES["keymap"] == tuple(PRESETS)


def test_defaults_are_keys_of_one_command_each_and_cost_nothing() -> None:
    result = settled("default", {})

    for command_id, command in COMMANDS.items():
        assert result.keys[command_id] == parted(f"{command.keys},{command.more_keys}")
    assert keys_in_force(Settings()) == {}


def test_every_command_is_at_work_somewhere_and_has_an_id_of_its_own() -> None:
    for module in pkgutil.iter_modules(reader.ui.commands.__path__, "reader.ui.commands."):
        importlib.import_module(module.name)
    declared = list(_with_keys(Command))
    assert sorted({command.id() for command in declared}) == sorted(command.id() for command in declared)
    assert [command.id() for command in declared if command.id() not in COMMANDS] == []


def _with_keys(kind: type[Command]) -> list[type[Command]]:
    own = [kind] if "keys" in vars(kind) else []
    return [*own, *(command for below in kind.__subclasses__() for command in _with_keys(below))]


def test_keys_are_shown_as_they_are_in_force() -> None:
    keymap = keys_in_force(Settings(keys={"next-page": "!,f", "toggle-mark": "", "next-rows": "pagedown,x"}))

    assert COMMANDS["next-page"].shown_keys(keymap) == "!, f"
    assert COMMANDS["next-page"].first_key(keymap) == "!"
    assert COMMANDS["toggle-mark"].shown_keys(keymap) == ""
    assert COMMANDS["next-rows"].shown_keys(keymap) == "PgDn, x"
    assert COMMANDS["previous-rows"].shown_keys(keymap) == "PgUp"
