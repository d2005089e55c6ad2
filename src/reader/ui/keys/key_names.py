"""Keys as people write them in the settings, and what terminals make of them. No Textual.

A key that is read has the name under which Textual sends it: modifiers in the order of the alphabet, then a
letter or a word ("question_mark" for "?", as in `textual.keys`). What terminals without the kitty keyboard
protocol can send is told by https://sw.kovidgoyal.net/kitty/keyboard-protocol/#legacy-key-event-encoding.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_OTHER_NAMES = {
    "return": "enter",
    "esc": "escape",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "page_down": "pagedown",
    "pgup": "pageup",
    "page_up": "pageup",
    "del": "delete",
    "ins": "insert",
    "bs": "backspace",
    "spc": "space",
    "equals": "equals_sign",
    "equal": "equals_sign",
    "plus_sign": "plus",
    "hyphen": "minus",
    "dot": "full_stop",
    "period": "full_stop",
    "percent": "percent_sign",
    "pipe": "vertical_line",
    "backtick": "grave_accent",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
}
_UNICODE_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Textual's names for characters whose names in Unicode nobody would know."""
_MOVING = {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"}
_FUNCTION_KEYS = {f"f{number}" for number in range(1, 13)}
_NAMED = {*_MOVING, *_FUNCTION_KEYS, "escape", "enter", "tab", "backspace", "space"}
_FAR_FUNCTION_KEYS = {f"f{number}" for number in range(13, 36)}
_MODIFIERS = {"ctrl", "alt", "shift", "super", "hyper", "meta"}
_OTHER_MODIFIERS = {"control": "ctrl", "c": "ctrl", "option": "alt", "m": "alt", "a": "alt", "s": "shift"}
_SENT_AS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+left_square_bracket": "escape"}
"""What most terminals can't tell from another key, and that key."""
_WITH_CONTROL = {"ctrl+backslash", "ctrl+right_square_bracket", "ctrl+circumflex_accent", "ctrl+underscore"}
_EMACS_STYLE = re.compile(r"(?:(?:[CMAS]|[cmas])-)+\S+")


class ReadKey(NamedTuple):
    """A key as it was read."""

    key: str
    """Textual's name; empty where there is no such key, or no terminal sends it."""
    problem: str = ""
    """Why not, as the end of a sentence that begins with what was written."""
    remark: str = ""
    """What to know of a key that only some terminals send."""


def read_key(written: str) -> ReadKey:
    """A key from what a reader wrote: "j", "?", "ctrl+d", "PgDn", "C-d", "<c-d>", "^d"."""
    text = written if written == " " else written.strip()
    if text.startswith("<") and text.endswith(">") and len(text) > 2:
        text = text[1:-1]
    if len(text) == 2 and text[0] == "^":
        text = f"ctrl+{text[1].lower()}"
    if _EMACS_STYLE.fullmatch(text):
        *marks, last = _parts(text, "-")
        text = "+".join([*marks, last])
    *modifiers, last = _parts(text, "+")
    named = {_OTHER_MODIFIERS.get(name.lower(), name.lower()) for name in modifiers}
    if unknown := sorted(named - _MODIFIERS):
        return ReadKey("", f"there is no key “{unknown[0]}” to hold down")
    key = _key_name(last)
    if not key:
        return ReadKey("", f"there is no key of that name{_suggestion(last)}")
    return _as_sent(sorted(named), key)


def _parts(text: str, joint: str) -> list[str]:
    """Modifiers and the key, which may be the joint itself."""
    if len(text) > 1 and text.endswith(joint):
        return [*text[:-1].removesuffix(joint).split(joint), joint] if text[:-1] != joint else [joint]
    return text.split(joint) if text != joint else [joint]


def _key_name(text: str) -> str:
    """The name of a key without modifiers; empty if there is none."""
    if len(text) == 1:
        return _OTHER_NAMES.get(text) or character_name(text)
    name = text.lower().replace(" ", "_")
    name = _OTHER_NAMES.get(name, name)
    name = _UNICODE_NAMES.get(name, name)
    return name if name in _NAMED | _FAR_FUNCTION_KEYS or character_of(name) else ""


def character_name(character: str) -> str:
    """Textual's name of the key for a character; empty if no key makes it."""
    if character.isalnum():
        return character
    import unicodedata  # only for own keys

    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _UNICODE_NAMES.get(name, name)


def character_of(name: str) -> str:
    """The character that a key makes; empty for a key that makes none, or is no key."""
    if len(name) == 1:
        return name
    if name == "space":
        return " "
    if name in _signs():
        return _signs()[name]
    import unicodedata  # only for own keys

    try:
        found = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
    return found if found.isprintable() else ""


@cache
def _signs() -> dict[str, str]:
    """The signs of ASCII by the names of their keys."""
    from string import punctuation

    return {character_name(sign): sign for sign in punctuation}


def is_typed(key: str) -> bool:
    """Whether a key writes something where one can type."""
    return "+" not in key and bool(character_of(key))


def _as_sent(modifiers: list[str], key: str) -> ReadKey:
    """The key with its modifiers as terminals send it, or why none does."""
    whole = "+".join([*modifiers, key])
    character = character_of(key)
    if modifiers == ["shift"] and character.strip():
        wanted = character.upper() if character.isalpha() else "the sign itself"
        return ReadKey("", f"no terminal sends that; write {wanted}")
    if modifiers and character.isalpha() and character.isupper():
        held = sorted({*modifiers, "shift"}) if "ctrl" not in modifiers else modifiers
        return ReadKey("", f"no terminal sends that; write {'+'.join([*held, character.lower()])}")
    if whole in ("ctrl+space", "ctrl+at"):
        return ReadKey("ctrl+@")
    if whole in _SENT_AS:
        return ReadKey(whole, remark=f"most terminals can’t tell it from {_SENT_AS[whole]}")
    if not _is_common(modifiers, key, character):
        return ReadKey(whole, remark="only some terminals send it (kitty, foot, WezTerm, Ghostty)")
    return ReadKey(whole)


def _is_common(modifiers: list[str], key: str, character: str) -> bool:
    """Whether every terminal sends it."""
    if key in _FAR_FUNCTION_KEYS or {"super", "hyper", "meta"} & {*modifiers}:
        return False
    if not modifiers or key in _MOVING or key in _FUNCTION_KEYS:
        return True
    whole = "+".join([*modifiers, key])
    if modifiers == ["ctrl"]:
        return (character.isascii() and character.isalpha()) or whole in _WITH_CONTROL
    if modifiers == ["alt"]:
        return bool(character.strip())
    return whole == "shift+tab" or (modifiers == ["alt", "shift"] and character.isalpha())


def _suggestion(text: str) -> str:
    from difflib import get_close_matches  # only for what is wrong

    near = get_close_matches(text.lower(), [*_NAMED, *_OTHER_NAMES, "question_mark", "comma"], n=1)
    return f"; did you mean {near[0]}?" if near else ""
