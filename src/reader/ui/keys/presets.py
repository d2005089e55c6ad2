"""Sets of keys that hands know from other programs, to be chosen by name with `keymap` in the settings.

Commands that a preset does not name keep their keys, except for those it gives to another. Sources: vim's
`:help motion`, the manual of less, and epy's own defaults (github.com/wustho/epy, settings.py).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_VIM = {
    "next-page": "space,right,l,pagedown,j,down,ctrl+f,ctrl+d",
    "previous-page": "left,h,pageup,k,up,ctrl+b,ctrl+u",
    "next-rows": "pagedown,ctrl+f,ctrl+d",
    "previous-rows": "pageup,ctrl+b,ctrl+u",
    "next-in-help": "space,pagedown,ctrl+f,ctrl+d",
    "previous-in-help": "b,pageup,ctrl+b,ctrl+u",
    "work-start": "home,circumflex_accent",
    "work-end": "end,dollar_sign",
    "find-next": "n,asterisk",
    "find-previous": "N,number_sign",
    "show-bookmarks": "apostrophe,grave_accent",
    "passage-word-on": "w,right,l,e",
    "quit": "ctrl+q,Z",
}
_LESS = {
    "next-page": "space,f,right,pagedown,j,down,ctrl+f,ctrl+v,d,ctrl+d,ctrl+n",
    "previous-page": "b,left,pageup,k,up,ctrl+b,u,ctrl+u,y,ctrl+y",
    "next-rows": "pagedown,ctrl+f,ctrl+d",
    "previous-rows": "pageup,ctrl+b,ctrl+u",
    "next-in-help": "space,f,pagedown,ctrl+f,ctrl+v,d,ctrl+d",
    "previous-in-help": "b,pageup,ctrl+b,u,ctrl+u",
    "work-start": "home,g,less_than_sign",
    "work-end": "end,G,greater_than_sign",
    "chapter-start": "left_parenthesis",
    "chapter-end": "right_parenthesis",
    "undo": "U",
    "toggle-spread": "w",
    "show-help": "question_mark,h",
    "show-hidden": "z",
    "quit": "ctrl+q,Q",
}
_EPY = {
    "next-page": "space,right,l,pagedown,j,down",
    "previous-page": "left,h,pageup,k,up",
    "next-chapter": "L,right_square_bracket,ctrl+right",
    "previous-chapter": "H,left_square_bracket,ctrl+left",
    "chapter-start": "g,home",
    "chapter-end": "G,end",
    "work-start": "ctrl+home",
    "work-end": "ctrl+end",
    "show-contents": "t,tab",
    "next-link": "f",
    "previous-link": "shift+tab",
    "toggle-mark": "b,m",
    "show-bookmarks": "B,apostrophe",
    "go-back": "grave_accent,ctrl+o,alt+left",
    "toggle-spread": "D",
    "show-look": "s",
}
PRESETS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"default": {}, "vim": _VIM, "less": _LESS, "epy": _EPY}
)
"""By name: commands by their ids, and Textual's names of their keys, separated by commas."""
