"""The words around what a search has found: what is searched, how much was found, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.searching import SEARCHING, ChangeScope
from reader.ui.keys.sentences import told
from reader.ui.library.words import hint_part, hint_parts
from reader.ui.row_pieces import Piece, Tone, one_line
from reader.work.counts import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.settings import Settings
    from reader.ui.search.results import SearchResults
    from reader.ui.search.session import SearchSession
    from reader.ui.widgets.clickable_line import Part

EXAMPLES = (
    ("lamp harbour", "both words in one chapter"),
    ('"the quiet lamp"', "these words in a row"),
    ("harb*", "words that begin so"),
    ("lamp NEAR/10 harbour", "at most ten words between them"),
    ("lamp -storm", "not where there is a storm"),
    ("lamp OR lantern", "either; (parentheses) group"),
)
_EXAMPLE_WIDTH = 24
_SEARCHED = "Stories and their notes are searched; capitals and accents do not matter."


def summary(results: SearchResults) -> str:
    """How much was found: "287 works · 484 chapters"."""
    if not results.works:
        return "nothing found"
    return f"{counted(results.works, 'work')} · {counted(results.chapters, 'chapter')}"


def scope_words(within: frozenset[str] | None) -> str:
    """What is searched."""
    if within is None:
        return "Search in everything"
    return f"Search in the {len(within):,} works shown" if len(within) != 1 else "Search in the work shown"


def advice(typed: str, within: frozenset[str] | None, settings: Settings) -> list[list[Piece]]:
    """What to do where nothing is shown: what can be typed, or what might find more."""
    if not typed.strip():
        return [
            [Piece(f" {_SEARCHED}", Tone.QUIET)],
            [],
            *([Piece(f" {what:<{_EXAMPLE_WIDTH}}"), Piece(meant, Tone.QUIET)] for what, meant in EXAMPLES),
        ]
    lines = ["Nothing found."]
    last = typed.rsplit(maxsplit=1)[-1]
    if last.isalpha() and not last.isupper():
        lines.append(f"{last}* would find words that begin so.")
    if " " in typed.strip() and '"' not in typed:
        lines.append("All words have to be in one chapter; OR between them finds any.")
    if within is not None:
        lines.append(told("{change-scope} searches in all works.", settings))
    return [[Piece(" " + one_line(line), Tone.QUIET)] for line in lines]


def search_hints(session: SearchSession, keys: Mapping[str, str]) -> list[Part]:
    """The hints at the bottom; `keys` are the reader's own."""
    parts = hint_parts(SEARCHING, keys)
    if session.shown is not None:
        what = "in all works" if session.within is not None else "only in the works shown"
        parts.insert(1, hint_part(ChangeScope, what, keys))
    return parts
