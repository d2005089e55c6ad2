"""The settings screen: every setting is there, and is changed by keys and by the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.ui.library_entries import shown_text
from tests.ui.sample_screen import screen_of
from tests.ui.waiting import until, until_shown

import reader.ui.screens.settings
import reader.ui.settings.saver
import reader.ui.settings.watch
from reader.settings import CHOICES, Settings, read_settings
from reader.ui.keys.contexts import all_commands
from reader.ui.screens.settings import SettingsScreen
from reader.ui.settings.pieces import choice_lines, setting_pieces
from reader.ui.settings.row_kinds import EntryRow, KeysRow, TitleRow, ValueRow
from reader.ui.settings.rows import setting_rows
from reader.ui.widgets.setting_list import SettingList

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.ui.app import ReaderApp
    from reader.ui.settings.row_kinds import SettingRow

ROWS = setting_rows(Settings(folders=("/a", "/b")), CHOICES["theme"])


def test_every_setting_and_every_command_has_a_row() -> None:
    keys = [row.key for row in ROWS if not isinstance(row, TitleRow | EntryRow | KeysRow)]
    assert sorted(keys) == sorted(name for name in Settings._fields if name != "keys")
    assert [row.key for row in ROWS if isinstance(row, KeysRow)] == list(all_commands())


@given(st.sampled_from(ROWS), st.integers(40, 160), st.booleans())
def test_a_row_is_as_wide_as_it_should_be(row: SettingRow, width: int, is_chosen: bool) -> None:
    pieces = setting_pieces(row, Settings(folders=("/a", "/b")), {}, width, is_chosen=is_chosen)
    assert sum(cell_len(piece.text) for piece in pieces) == width


@given(st.integers(10, 160))
def test_choices_stay_in_their_lines(width: int) -> None:
    for line in choice_lines(CHOICES["theme"], "dark", width):
        assert len(line) == 1 or sum(cell_len(choice) + 2 for choice, _ in line) <= width


@pytest.mark.parametrize("row", [row for row in ROWS if isinstance(row, ValueRow)], ids=lambda row: row.key)
def test_every_value_has_words_of_its_own(row: ValueRow) -> None:
    words = [row.words_of(value) for value in row.look.values]
    assert len(words) == len(set(words))
    assert row.value(Settings()) in words


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is waited for longer than a test needs."""
    monkeypatch.setattr(reader.ui.settings.saver, "_REST", 0.05)
    monkeypatch.setattr(reader.ui.settings.watch, "_LOOK_EVERY", 0.05)
    monkeypatch.setattr(reader.ui.screens.settings, "_LOOK_EVERY", 0.05)


def chosen(pilot: Pilot[int]) -> SettingRow | None:
    return pilot.app.screen.query_one(SettingList).chosen


async def go_to(pilot: Pilot[int], words: str) -> None:
    """Find a row by words that it alone has, or has first."""
    await pilot.press("slash", *words)
    await until_shown(pilot, f"with “{words}”")
    await pilot.press("enter")


async def test_what_nothing_is_called_leaves_no_row_and_then_all_of_them(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma", "slash", *"xyzzy")
        await until_shown(pilot, "No setting with “xyzzy”")
        assert chosen(pilot) is None
        await pilot.press("up", "down", *["backspace"] * 5)
        await pilot.pause()
        assert chosen(pilot) is not None


async def test_a_setting_is_changed_by_keys_and_put_back(app: ReaderApp) -> None:
    file = app.workspace.folders.settings
    file.write_text("# mine\n", encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma")
        await until(pilot, lambda: isinstance(app.screen, SettingsScreen) and chosen(pilot) is not None)
        await pilot.press("right")
        assert app.theme == "light"
        await until_shown(pilot, "line 2")
        assert read_settings(file) == (Settings(theme="light"), [])
        await pilot.press("equals_sign")
        assert app.theme == "dark"
        await until(pilot, lambda: file.read_text(encoding="utf-8") == "# mine\n")
        await pilot.press("down", "down", "right")
        assert app.workspace.settings.measure == 68
        await pilot.press("escape")
        assert screen_of(app).reading.style.measure == 68


async def test_a_setting_is_changed_by_the_mouse(app: ReaderApp) -> None:
    async with app.run_test(size=(130, 40)) as pilot:
        await pilot.press("comma")
        await until_shown(pilot, "Background")
        lines = shown_text(app).split("\n")
        y = next(at for at, line in enumerate(lines) if "Paragraphs" in line)
        await pilot.click(offset=(lines[y].index("indented"), y))
        assert app.workspace.settings.paragraphs == "blank"
        await until_shown(pilot, "‹ a blank line ›")
        lines = shown_text(app).split("\n")
        y, x = next((y, line.index("indented")) for y, line in enumerate(lines) if "indented" in line)
        await pilot.click(offset=(x, y))
        assert app.workspace.settings.paragraphs == "indent"
        await pilot.click(offset=(0, 0))
        await until(pilot, lambda: not isinstance(app.screen, SettingsScreen))


async def test_folders_are_typed_and_taken_away(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma")
        await go_to(pilot, "folders looked")
        await pilot.press("enter", *"~/fic", "enter")
        await until(pilot, lambda: app.workspace.settings.folders == ("~/fic",))
        await until_shown(pilot, "~/fic")
        await pilot.press("down", "d")
        assert app.workspace.settings.folders == ()


async def test_a_command_is_given_a_key_and_another_is_said_to_have_lost_it(app: ReaderApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("comma")
        await go_to(pilot, "toggle-mark")
        row = chosen(pilot)
        assert isinstance(row, KeysRow)
        assert row.key == "toggle-mark"
        await pilot.press("enter", "b")
        await until(pilot, lambda: app.workspace.settings.keys == {"toggle-mark": "m,b"})
        await until_shown(pilot, "b is no longer previous-page")
        await until_shown(pilot, "m, b")
        await pilot.press("enter", "3")
        await until_shown(pilot, "digits count there")
        assert app.workspace.settings.keys == {"toggle-mark": "m,b"}
        await pilot.press("enter", "comma")
        await until(pilot, lambda: app.workspace.settings.keys == {"toggle-mark": "m,b,comma"})
        await pilot.press("d")
        assert app.workspace.settings.keys == {"toggle-mark": ""}
        await pilot.press("equals_sign")
        assert app.workspace.settings.keys == {}
        await pilot.press("escape", "escape")
        await until(pilot, lambda: not isinstance(app.screen, SettingsScreen))


async def test_what_is_wrong_is_shown_and_an_editor_is_followed(app: ReaderApp) -> None:
    file = app.workspace.folders.settings
    file.write_text("mesure = 1\nnotes = 3\n[keys]\nundo = ['shift+a']\nquitt = []\n", encoding="utf-8")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("comma")
        await until_shown(pilot, "line 1, column 1: there is no setting")
        await until_shown(pilot, "and 2 more")
        file.write_text("measure = 50\n", encoding="utf-8")
        await until_shown(pilot, "50 cells")
        assert "mesure" not in shown_text(app)
