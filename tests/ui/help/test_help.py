"""Help and the palette: whoever reads for the first time finds what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.ui.library_entries import shown_text

from reader.ui.commands.command import Command
from reader.ui.commands.everywhere import NextTheme
from reader.ui.commands.finding import FindText
from reader.ui.commands.following import FollowLink, NextLink, ToEndNotes
from reader.ui.commands.going import GoTo, ShowContents
from reader.ui.commands.library import LIBRARY_GROUPS
from reader.ui.commands.marking import ToggleMark
from reader.ui.commands.motions import GoBack
from reader.ui.commands.note_pop_up import NOTE_GROUPS
from reader.ui.commands.page_look import OnlyPage, ShowLook, ToggleNotes, ToggleSpread, WidenMeasure
from reader.ui.commands.reading import READING_COMMANDS, READING_GROUPS
from reader.ui.commands.reading_command import ReadingCommand
from reader.ui.help.rows import found_in, groups_of, help_rows
from reader.ui.help.typed_words import field_group, setting_group
from reader.ui.palette.rows import matching, rows_of
from reader.ui.screens.help import HelpScreen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.ui.app import ReaderApp
    from reader.ui.commands.command import CommandGroups

ROWS = rows_of(command for _, commands in READING_GROUPS for command in commands)


@given(width=st.integers(34, 220))
def test_help_without_a_command_has_no_rows(width: int) -> None:
    assert help_rows((), width)[1] == []


@pytest.mark.parametrize("groups", [READING_GROUPS, LIBRARY_GROUPS, NOTE_GROUPS])
@given(width=st.integers(34, 220))
def test_every_command_is_in_help_with_its_keys(groups: CommandGroups, width: int) -> None:
    column, rows = help_rows(groups_of(groups, {}), width)
    for index in range(max(map(len, rows))):
        lines = [row[index] for row in rows if index < len(row)]
        assert all(cell_len(line.keys + line.words) <= column for line in lines)
    text = " ".join(
        " ".join(f"{row[index].keys} {row[index].words}" for row in rows if index < len(row))
        for index in range(max(map(len, rows)))
    )
    for name, commands in groups:
        assert name in text
        for command in commands:
            assert all(word in text for word in command.description().split())
            assert all(key in text for key in command.shown_keys().split(", "))


def test_help_shows_the_keys_of_the_readers_own() -> None:
    _, rows = help_rows(groups_of(READING_GROUPS, {"only-page": "f11,ctrl+right"}), 76)
    (row,) = (row for (row,) in rows if row.words.startswith("Nothing but the page"))
    assert row.keys.strip() == "f11, ctrl+→"


def _all_commands(parent: type[Command]) -> Iterator[type[Command]]:
    for command in parent.__subclasses__():
        yield command
        yield from _all_commands(command)


def test_no_command_of_the_page_is_left_out_and_no_id_is_taken_twice() -> None:
    declared = {command for command in _all_commands(ReadingCommand) if hasattr(command, "keys")}
    assert declared == set(READING_COMMANDS.values())
    everything = [c for c in _all_commands(Command) if hasattr(c, "keys")]
    ids = [command.id() for command in everything]
    assert sorted(set(ids)) == sorted(ids)


def test_no_key_means_two_things_on_the_page() -> None:
    commands = [command for _, some in READING_GROUPS for command in some]
    keys = [key for c in commands for key in f"{c.keys},{c.more_keys}".strip(",").split(",")]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("footnote", NextLink),
        ("endnotes", ToEndNotes),
        ("popup", FollowLink),
        ("two pages", ToggleSpread),
        ("spread", ToggleSpread),
        ("zen", OnlyPage),
        ("distraction", OnlyPage),
        ("font width", WidenMeasure),
        ("colour", NextTheme),
        ("settings", ShowLook),
        ("justify", ShowLook),
        ("search", FindText),
        ("percent", GoTo),
        ("toc", ShowContents),
        ("bookmark", ToggleMark),
        ("history", GoBack),
        ("collapse", ToggleNotes),
    ],
)
def test_the_palette_knows_things_by_other_names(typed: str, command: type[Command]) -> None:
    assert command in [row.choice for row in matching(ROWS, typed)[:4]]


def test_names_come_before_other_names() -> None:
    assert matching(ROWS, "notes")[0].choice is not NextLink


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (160, 45)])
async def test_help_scrolls_through_all_of_it(app: ReaderApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        seen = shown_text(app)
        while (before := shown_text(app)) not in seen[: -len(before)]:
            await pilot.press("space")
            await pilot.pause()
            seen += shown_text(app)
        words = ("Next page", "Nothing but", "Two pages", "Find words", "How the page", "fold", "Quit")
        assert not [some for some in words if some not in " ".join(seen.split())]
        await pilot.press("b", "j", "k", "pagedown", "pageup", "escape")
        await pilot.pause()
        assert not isinstance(app.screen, HelpScreen)


async def test_help_takes_the_room_there_is(app: ReaderApp) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert any("Turn pages" in line and "In a passage" in line for line in shown_text(app).splitlines())
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Mark places" not in shown_text(app)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bookmark", "Mark this place"),
        ("next-page", "Next page"),
        ("] ", "Next chapter"),
        ("m", "Mark this place"),
        ("FANDOM:", 'fandom:"Original Work"'),
        ("state_folder", "synchronised"),
        ("turn pages prev", "Previous page"),
    ],
)
def test_help_is_searched(typed: str, found: str) -> None:
    groups = (*groups_of(READING_GROUPS, {}), field_group(), setting_group())
    entries = [entry for _, entries in found_in(groups, typed) for entry in entries]
    assert any(found in entry.words for entry in entries)
    assert len(entries) < sum(len(entries) for _, entries in groups) / 2


async def test_help_is_searched_by_typing(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark", "slash", *"footnote")
        await pilot.pause()
        assert "Next link" in shown_text(app)
        assert "Previous page" not in shown_text(app)
        await pilot.press("enter", "space", "escape")
        await pilot.pause()
        assert "Next page" in shown_text(app)
        await pilot.press("slash", *"zzz")
        await pilot.pause()
        assert "Nothing here is called that" in shown_text(app)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert not isinstance(app.screen, HelpScreen)
