"""Keys of one's own on screens."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ui.library_entries import shown_text
from tests.ui.sample_screen import screen_of
from tests.ui.waiting import until, until_shown
from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.widgets import Input

import reader.ui
from reader.settings import CHOICES, Settings
from reader.ui.app import ReaderApp
from reader.ui.keys.contexts import CONTEXTS, all_commands
from reader.ui.keys.in_force import keys_in_force, settled_keys
from reader.ui.keys.key_names import is_typed
from reader.ui.keys.rebinding import rebound
from reader.ui.page.look_rows import LOOK_ROWS
from reader.ui.screens.bookmarks import BookmarksScreen
from reader.ui.screens.help import HelpScreen
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.note import NoteScreen
from reader.ui.screens.note_editor import NoteEditor
from reader.ui.screens.options import Option, OptionsScreen, with_keys
from reader.ui.screens.palette import Palette
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.rules import RulesScreen
from reader.ui.screens.search import SearchScreen
from reader.ui.screens.settings import SettingsScreen
from reader.ui.screens.versions import VersionsScreen
from reader.ui.widgets.adding import AddedList
from reader.ui.widgets.look_panel import LookPanel
from reader.ui.widgets.panel_list import PanelList
from reader.ui.widgets.passage_line import PassageLine
from reader.ui.widgets.prompt import Prompt
from reader.ui.widgets.tag_sidebar import TagSidebar
from reader.ui.widgets.work_list import WorkList

if TYPE_CHECKING:
    from collections.abc import Iterator


PLACES = [
    (ReadingScreen, "on the page"),
    (PassageLine, "in a passage"),
    (PanelList, "in the panel beside the page"),
    (LookPanel, "in the panel of the page’s look"),
    (NoteScreen, "in a note"),
    (LibraryScreen, "in the library"),
    (WorkList, "in the library"),
    (TagSidebar, "in the tags"),
    (SearchScreen, "in the search"),
    (BookmarksScreen, "in the bookmarks of all works"),
    (VersionsScreen, "in the files of a work"),
    (RulesScreen, "in the rules"),
    (SettingsScreen, "in the settings"),
    (OptionsScreen, "in a short list"),
    (AddedList, "in what was just added"),
    (Prompt, "where you type a line"),
    (HelpScreen, "in help"),
    (Palette, "in the palette"),
    (NoteEditor, "in the editor of notes"),
    (ReaderApp, "on the page"),
]
OF_TEXTUAL = {"app.focus_next", "app.focus_previous", "screen.copy_text", "help_quit"}
"""What Textual has keys for on every screen, where no command has them."""
EDITING = [binding for _, binding in BindingsMap(Input.BINDINGS) if binding.action != "submit"]
OWN = st.dictionaries(
    st.sampled_from(sorted(all_commands())),
    st.lists(st.sampled_from(["j", "x", "?", "tab", "enter", "ctrl+d", "left", "q"]), max_size=3).map(
        ",".join
    ),
    max_size=8,
)


def bindings_of(kind: type[DOMNode]) -> BindingsMap:
    found = kind._merged_bindings
    assert found is not None
    return found


@pytest.mark.parametrize(("kind", "where"), PLACES, ids=lambda value: getattr(value, "__name__", ""))
def test_what_a_screen_binds_is_what_its_place_is_said_to_have(kind: type[DOMNode], where: str) -> None:
    (context,) = (context for context in CONTEXTS if context.where == where)
    bound = {binding.id for _, binding in bindings_of(kind) if binding.id}
    assert bound
    assert bound <= {command.id() for command in context.commands}


def all_kinds() -> Iterator[type[DOMNode]]:
    for found in pkgutil.walk_packages(reader.ui.__path__, "reader.ui."):
        module = importlib.import_module(found.name)
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, DOMNode) and kind.__module__ == found.name:
                yield kind


def test_every_key_is_a_commands_but_for_those_that_edit_words() -> None:
    kinds, ids = [*all_kinds()], {*all_commands()}
    assert len(kinds) > 30
    assert {
        (kind.__name__, key, binding.action)
        for kind in kinds
        for key, binding in bindings_of(kind)
        if binding.id not in ids and binding.action not in OF_TEXTUAL and binding not in EDITING
    } == set()


@given(st.sampled_from([kind for kind, _ in PLACES]), st.sampled_from(CHOICES["keymap"]), OWN)
def test_each_command_is_bound_to_its_keys_and_no_other(
    kind: type[DOMNode], keymap: str, own: dict[str, str]
) -> None:
    settings = Settings(keymap=keymap, keys=own)
    before = bindings_of(kind)

    after = rebound(before, keys_in_force(settings))

    wanted = settled_keys(settings).keys
    for command in {binding.id for _, binding in before if binding.id}:
        assert {key for key, binding in after if binding.id == command} == {*wanted[command]}
    assert all(len(found) == 1 for found in after.key_to_bindings.values())
    assert all(not binding.priority or not is_typed(key) for key, binding in after)
    assert [binding for _, binding in before] == [binding for _, binding in bindings_of(kind)]


async def test_own_keys_are_in_force_and_others_are_not(app: ReaderApp) -> None:
    app.workspace.settings = app.workspace.settings._replace(keys={"next-page": "f", "toggle-mark": ""})
    async with app.run_test(size=(80, 24)) as pilot:
        reading = screen_of(app).reading
        first = reading.page.start
        await pilot.press("f")
        second = reading.page.start
        assert second > first
        await pilot.press("space", "right", "m")
        assert reading.page.start == second
        assert app.workspace.bookmarks() == []
        app.workspace.settings = app.workspace.settings._replace(keys={})  # while the app runs
        await pilot.press("f", "b")
        assert reading.page.start == first


async def test_modes_and_panels_have_their_own_keys_too(app: ReaderApp) -> None:
    app.workspace.settings = app.workspace.settings._replace(
        keys={"leave-passage": "e", "close-look": "i", "next-row": "w"}
    )
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("v")
        await until(pilot, lambda: screen.focused is not None)
        await pilot.press("e")
        await until(pilot, lambda: screen.focused is None)
        await pilot.press("D", "w")
        panel = screen.focused
        assert isinstance(panel, LookPanel)
        assert panel.chosen is LOOK_ROWS[1]
        await pilot.press("enter", "j")
        assert (screen.focused, panel.chosen) == (panel, LOOK_ROWS[1])
        await pilot.press("i")
        assert screen.focused is None


async def test_a_letter_that_quits_can_still_be_typed(app: ReaderApp) -> None:
    app.workspace.settings = app.workspace.settings._replace(keys={"quit": "a"})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/", "a")
        assert app.is_running
        await pilot.press("escape", "a")
        await until(pilot, lambda: not app.is_running)


@given(
    st.lists(
        st.builds(Option, st.text("abj1"), st.text("abj1 "), st.sampled_from(["", "a", "j"])), max_size=6
    ),
    st.sets(st.sampled_from("abj1")),
)
def test_no_option_has_a_key_of_a_command_or_of_another(options: list[Option], kept: set[str]) -> None:
    own = [option.key for option in options if option.key]
    given_keys = [option.key for option in with_keys(options, kept) if option.key]

    assert not kept & {*given_keys}
    assert len({*given_keys}) == len(given_keys) or len({*own}) < len(own)


async def test_help_and_lines_are_left_and_searched_by_keys_of_ones_own(app: ReaderApp) -> None:
    own = {"find-in-help": "x", "take-words": "ctrl+t", "leave-line": "ctrl+g", "close-help": "z"}
    app.workspace.settings = app.workspace.settings._replace(keys=own)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark", "x", *"zen", "enter", "escape")
        assert isinstance(app.focused, Prompt)
        assert "ctrl+g shows all of it again" not in shown_text(app)
        await pilot.press("q", "q", "q")
        await until_shown(pilot, "ctrl+g shows all of it again")
        await pilot.press("ctrl+g")
        await until_shown(pilot, "x finds")
        await pilot.press("q", "z")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
