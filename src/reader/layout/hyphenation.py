"""Where words may be divided, by the LibreOffice dictionaries that come with pyphen.

A dictionary is Liang's patterns (Word Hy-phen-a-tion by Com-put-er, 1983) as hunspell's libhyphen has them.
pyphen finds it; it is read here, because pyphen takes ten times as long (0.45 s for German), keeps every word
it ever met, and offers divisions that change a word's spelling (Hungarian "asszony", "asz-szony"): that would
be text the author did not write.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

LEAST_BEFORE = 2
LEAST_AFTER = 3
"""Letters that must be left on either side of a hyphen."""
_DIGITS = b"0123456789"
_ESCAPED = re.compile(rb"\^\^([0-9a-f]{2})")
_NO_PATTERN = re.compile(r"[#%]|[A-Z]+(?: |$)")
"""Comments and the commands of the format, which hide among the patterns."""
_SLICE = 32_768
"""Bytes of a dictionary that are read between two pauses."""
_LANGUAGES_KEPT = 4
"""Dictionaries kept: a large one takes megabytes."""
_COMMON = {"en": "en_US", "no": "nb_NO", "pt": "pt_BR"}
"""The dictionary of languages that have several, or another name, where only the language is known."""


_loaded: dict[str, Hyphenator | None] = {}
"""By language tag, those loaded last."""


class Hyphenator:
    """The patterns of one language. It changes: a pattern is read when a word first needs it."""

    def __init__(self, patterns: dict[str, str]) -> None:
        """Take lines of a dictionary, each by its letters alone."""
        self._unread = patterns
        self._read: dict[str, tuple[int, tuple[int, ...]]] = {}
        self._longest = max(map(len, patterns), default=0)

    def divisions(self, word: str) -> tuple[int, ...]:
        """The offsets in a word of letters and apostrophes at which a hyphen may stand."""
        last = len(word) - LEAST_AFTER
        if last < LEAST_BEFORE:
            return ()
        dotted = "." + word.lower().replace("’", "'") + "."
        if len(dotted) != len(word) + 2:  # "İ" in lower case is two code points
            return ()
        weights = [0] * (len(dotted) + 1)
        for start in range(len(dotted) - 1):
            for end in range(start + 1, min(start + self._longest, len(dotted)) + 1):
                part = dotted[start:end]
                if part in self._unread:
                    first, values = self._read.get(part) or self._pattern(part)
                    for at, value in enumerate(values, start + first):
                        if value > weights[at]:  # noqa: PLR1730 — max() takes twice as long, and this is most of the time
                            weights[at] = value
        # A weight is counted twice and one more where it changes the spelling; odd ones divide.
        return tuple(at for at in range(LEAST_BEFORE, last + 1) if weights[at + 1] & 3 == 2)

    def _pattern(self, part: str) -> tuple[int, tuple[int, ...]]:
        """Where a pattern's weights begin, and the weights."""
        line, changed, _ = self._unread[part].partition("/")
        values, weight = [], 0
        for character in line:
            if character in "0123456789":
                weight = 2 * int(character)
            else:
                values.append(weight)
                weight = 0
        values.append(weight)
        if changed:
            values = [value + 1 if value & 2 else value for value in values]
        first = next((at for at, value in enumerate(values) if value), 0)
        while values and not values[-1]:
            values.pop()
        self._read[part] = found = first, tuple(values[first:])
        return found


def hyphenator(language: str) -> Hyphenator | None:
    """The hyphenator of a language tag ("en", "de-AT"), None when there is none for it.

    The first call for a language takes 10 to 50 milliseconds, unless `load` went before.
    """
    for _ in load(language):
        pass
    return _loaded[language]


def load(language: str) -> Generator[None, None, None]:
    """Load a language's dictionary, pausing about every millisecond; nothing when it is loaded."""
    if language in _loaded:
        return
    found = _dictionary(language)
    yield
    patterns: dict[str, str] = {}
    if found is not None:
        encoding, _, rest = found.partition(b"\n")
        name = encoding.decode("ascii", "replace").strip()
        start = 0
        while start < len(rest):
            end = rest.find(b"\n", start + _SLICE) + 1 or len(rest)
            patterns.update(_patterns(rest[start:end], name))
            start = end
            yield
    while len(_loaded) >= _LANGUAGES_KEPT:
        del _loaded[next(iter(_loaded))]
    _loaded[language] = None if found is None else Hyphenator(patterns)


def _dictionary(language: str) -> bytes | None:
    """The file for a language tag."""
    name = language.replace("-", "_")
    if not name:
        return None
    import pyphen  # pages without hyphens don't need it

    found = pyphen.language_fallback(_COMMON.get(name.lower(), name))
    return pyphen.LANGUAGES[found].read_bytes() if found else None


def _patterns(data: bytes, encoding: str) -> dict[str, str]:
    """Lines of a dictionary by their letters; done to all of them at once, which is fast."""
    data = data.replace(b"\r", b"")
    if b"^^" in data:
        data = _ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), data)
    lines = data.decode(encoding).split("\n")
    letters = data.translate(None, _DIGITS).decode(encoding).split("\n")
    patterns = dict(zip(letters, lines, strict=True))
    for key in [key for key in patterns if "/" in key]:
        line = patterns.pop(key)
        if "=" in line:
            patterns[key.partition("/")[0]] = line
    for key in [key for key in patterns if not key or _NO_PATTERN.match(key)]:
        del patterns[key]
    return patterns
