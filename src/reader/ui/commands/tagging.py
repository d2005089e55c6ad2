"""The commands of the tag sidebar that are about the row under its cursor; each says what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.command import Command, by_id

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.library.sidebar_rows import SidebarRow
    from reader.ui.screens.library import LibraryScreen


class RowCommand(Command):
    """Something that can be done with a row of the sidebar."""

    done_by = "with_row"

    @staticmethod
    def run(screen: LibraryScreen, row: SidebarRow) -> Awaitable[None] | None:
        """Do it; what is returned, if anything, is awaited."""
        raise NotImplementedError


class ToggleEither(RowCommand):
    """Any of the included tags of this kind, or all of them"""

    keys = "o"
    hint = "any/all"
    other_words = "or and either both"

    @staticmethod
    def run(screen: LibraryScreen, row: SidebarRow) -> None:
        screen.filtering.toggle_either(row.section)


class MergeTag(RowCommand):
    """The tag means the same as another"""

    keys = "equals_sign"
    hint = "same as"
    other_words = "merge alias synonym rename"

    @staticmethod
    def run(screen: LibraryScreen, row: SidebarRow) -> Awaitable[None]:
        return screen.tagging.ask_same(row)


class PutUnder(RowCommand):
    """Put the tag under another, which then finds it too"""

    keys = "p"
    hint = "under"
    other_words = "parent metatag subtag group"

    @staticmethod
    def run(screen: LibraryScreen, row: SidebarRow) -> Awaitable[None]:
        return screen.tagging.ask_parent(row)


class HideTag(RowCommand):
    """Never show works with this"""

    keys = "H"
    hint = "never show"
    other_words = "hide block mute exclude always"

    @staticmethod
    def run(screen: LibraryScreen, row: SidebarRow) -> Awaitable[None]:
        return screen.hiding.ask(row)


class RenameShelf(RowCommand):
    """Call the shelf something else"""

    keys = "e"
    hint = "rename"
    other_words = "rename edit"

    @staticmethod
    def run(screen: LibraryScreen, row: SidebarRow) -> Awaitable[None]:
        return screen.shelving.ask_rename(row)


class DeleteShelf(RowCommand):
    """Delete the shelf; its works stay where they are"""

    keys = "d,delete"
    hint = "delete"
    other_words = "remove"

    @staticmethod
    def run(screen: LibraryScreen, row: SidebarRow) -> None:
        screen.shelving.delete(row)


WITH_TAG: tuple[type[RowCommand], ...] = (ToggleEither, MergeTag, PutUnder, HideTag)
WITH_SHELF: tuple[type[RowCommand], ...] = (RenameShelf, DeleteShelf)
TAGGING: tuple[type[RowCommand], ...] = (*WITH_TAG, *WITH_SHELF)
ROW_COMMANDS = by_id(RowCommand, TAGGING)
