"""Parts of a screen that are loaded and made when they are first wanted: its first frame waits for none."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from textual.screen import Screen

Part = TypeVar("Part")


class Later(Generic[Part]):
    """Declares such a part in the body of a screen's class; the screen has it from the first use on.

        tagging: Later[LibraryTagging] = Later("library.tagging:LibraryTagging")

    What is named is a module below `reader.ui`, and the class there, which is made with the screen.
    """

    def __init__(self, made_by: str) -> None:
        self._made_by = made_by
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, screen: None, owner: type) -> Later[Part]: ...

    @overload
    def __get__(self, screen: Screen[Any], owner: type) -> Part: ...

    def __get__(self, screen: Screen[Any] | None, owner: type) -> Part | Later[Part]:
        if screen is None:
            return self
        part: Part = self.made_by(screen)
        screen.__dict__[self._name] = part  # which Python finds there without asking here again
        return part

    @property
    def made_by(self) -> Any:  # whatever the module has under that name; a test compares it with `Part`
        """The class."""
        module, _, name = self._made_by.partition(":")
        return getattr(import_module(f"reader.ui.{module}"), name)
