"""Every command of the app, each declared once: its id, keys, hint, help and palette entry come from here.

A command is a class. Its docstring's first line is what help and the palette say; `id` is what a keymap in
the settings names; `action` is what Textual calls to have it carried out. Most have a method of their own
there, `action_<…>`; kinds of which there are many say what they do in their own `run`, and share one method,
`done_by`, which is given the id.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import Binding, BindingType


class Command:
    """Something a reader can do with a key."""

    keys: ClassVar[str]
    """Textual's names of the keys, separated by commas; the first is the one that help shows first."""
    hint: ClassVar[str] = ""
    """The word in the line of hints at the bottom of a screen; empty for none."""
    more_keys: ClassVar[str] = ""
    """Bound as well, but not advertised: keys that only some terminals can tell apart."""
    other_words: ClassVar[str] = ""
    """What people may call it besides: the palette finds it by these words too."""
    priority: ClassVar[bool] = False
    """True when it must work while a widget that takes keys has the focus."""
    done_by: ClassVar[str] = ""
    """The action that is given the ids of all commands of a kind; empty where each has one of its name."""

    @classmethod
    def id(cls) -> str:
        """The name in keymaps and palettes: "next-page" for NextPage."""
        return "".join(f"-{c.lower()}" if c.isupper() else c for c in cls.__name__).lstrip("-")

    @classmethod
    def action(cls) -> str:
        """The action that carries it out: "find_text" for FindText, or "do('find-text')" done by "do"."""
        return f"{cls.done_by}('{cls.id()}')" if cls.done_by else cls.id().replace("-", "_")

    @classmethod
    def description(cls) -> str:
        """What it does, in a few words."""
        return (cls.__doc__ or "").partition("\n")[0].rstrip(".")

    @classmethod
    def keys_in(cls, keymap: Mapping[str, str] = MappingProxyType({})) -> tuple[str, ...]:
        """Textual's names of the keys that are to be shown; `keymap` is that of `keys_in_force`."""
        unadvertised = {*cls.more_keys.split(",")} - {*cls.keys.split(",")}
        keys = keymap.get(cls.id(), cls.keys).split(",")
        return tuple(key for key in keys if key and key not in unadvertised)

    @classmethod
    def shown_keys(cls, keymap: Mapping[str, str] = MappingProxyType({})) -> str:
        """Its keys as people know them: "space, →, l"; empty where it has none."""
        return ", ".join(map(shown_key, cls.keys_in(keymap)))

    @classmethod
    def first_key(cls, keymap: Mapping[str, str] = MappingProxyType({})) -> str:
        """The first of its keys as people know it; empty where it has none."""
        return next(map(shown_key, cls.keys_in(keymap)), "")

    @classmethod
    def binding(cls) -> Binding:
        """The binding that Textual is given."""
        from textual.binding import Binding  # here, for the command line asks for keys without Textual

        keys = f"{cls.keys},{cls.more_keys}" if cls.more_keys else cls.keys
        return Binding(
            keys, cls.action(), cls.description(), show=bool(cls.hint), id=cls.id(), priority=cls.priority
        )


Kind = TypeVar("Kind", bound=Command)
CommandGroups = tuple[tuple[str, tuple[type[Command], ...]], ...]
"""The commands of a screen, by what one wants to do; a screen has them as `COMMAND_GROUPS`."""

_KEY_NAMES = {
    "right": "→",
    "left": "←",
    "up": "↑",
    "down": "↓",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "escape": "esc",
    "delete": "Del",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "apostrophe": "'",
    "slash": "/",
    "colon": ":",
    "minus": "-",
    "plus": "+",
    "equals_sign": "=",
    "question_mark": "?",
    "asterisk": "*",
    "percent_sign": "%",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "full_stop": ".",
    "semicolon": ";",
    "backslash": "\\",
    "underscore": "_",
    "ampersand": "&",
    "at": "@",
    "tilde": "~",
}


def shown_key(key: str) -> str:
    """A key as people know it, from Textual's name: "ctrl+→" for "ctrl+right"."""
    *modifiers, name = key.split("+")
    shown = _KEY_NAMES.get(name, name)
    if "_" in shown:  # a character's name, which only a reader's own key can be
        from reader.ui.keys.key_names import character_of

        shown = character_of(shown) or shown
    return "+".join([*modifiers, shown])


def by_id(kind: type[Kind], commands: Iterable[type[Command]]) -> dict[str, type[Kind]]:
    """Those of the commands that are of a kind."""
    return {command.id(): command for command in commands if issubclass(command, kind)}


def bindings(commands: Iterable[type[Command]]) -> list[BindingType]:
    """The bindings of a screen or widget."""
    return [command.binding() for command in commands]
