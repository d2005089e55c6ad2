"""Giving screens and widgets the keys in force.

Textual has keymaps of its own (`App.set_keymap`), which don't serve: each key that is pressed has them
applied anew to every binding (5 ms for 25 commands on the page, where a page turn has 8), a command can't be
left without a key, and a key taken from one command is taken from all that have it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from textual.binding import BindingsMap

from reader.ui.keys.in_force import keys_in_force

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import Binding
    from textual.dom import DOMNode

    from reader.ui.app import ReaderApp


class Rebinding:
    """Has what a key reaches know its own keys. It changes: it remembers which have been told."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._keymap: Mapping[str, str] = {}
        self._made: dict[type[DOMNode], BindingsMap] = {}
        self._told: WeakKeyDictionary[DOMNode, BindingsMap] = WeakKeyDictionary()

    def reach(self) -> None:
        """Tell all that the next key may reach; to be called before each key is looked up."""
        keymap = keys_in_force(self._app.workspace.settings)
        if keymap is not self._keymap:
            self._keymap = keymap
            self._made.clear()
        if not keymap and not self._told:
            return
        for node in (self._app.focused or self._app.screen).ancestors_with_self:
            wanted = self._bindings_of(type(node))
            if self._told.get(node) is not wanted:
                self._told[node] = wanted
                node._bindings = wanted  # noqa: SLF001  # Textual copies it from the class in the same way

    def _bindings_of(self, kind: type[DOMNode]) -> BindingsMap:
        if kind not in self._made:
            original = kind._merged_bindings or BindingsMap()  # noqa: SLF001  # of the class and its bases
            self._made[kind] = rebound(original, self._keymap)
        return self._made[kind]


def rebound(original: BindingsMap, keymap: Mapping[str, str]) -> BindingsMap:
    """Bindings with the keys of a keymap; those without an id keep the keys that are left to them.

    A key that writes something is left to whatever is typed in, even where its command has priority.
    """
    if not keymap:
        return original
    from reader.ui.keys.key_names import is_typed

    keys: dict[str, list[Binding]] = {}
    first = {binding.id: binding for _, binding in original if binding.id in keymap}
    for command_id, binding in first.items():
        for key in filter(None, keymap[str(command_id)].split(",")):
            has_priority = binding.priority and not is_typed(key)
            keys.setdefault(key, []).append(replace(binding, key=key, priority=has_priority))
    for key, binding in original:
        if binding.id not in keymap and (binding.id is not None or key not in keys):
            keys.setdefault(key, []).append(binding)
    return BindingsMap.from_keys(keys)
