"""`reader search`: where words are in the text of works, best first, the matches marked on a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from reader.cli.commands import UsageError
from reader.cli.output import print_json, safe
from reader.cli.terminal import is_terminal
from reader.cli.works import match_object, work_object

if TYPE_CHECKING:
    from types import SimpleNamespace

    from reader.library.text_search.passages import TextMatch
    from reader.workspace import Workspace

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def search(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Print where words occur in the text of all works, or of those that were asked for."""
    from reader.library.text_search.searching import Wanted

    words = " ".join(arguments.words)
    if not words.strip():
        raise UsageError("there are no words to look for (see reader search --help)")
    within = _within(arguments, workspace)
    wanted = Wanted(a_chapter=None) if arguments.works else Wanted()
    results = workspace.catalogue.search(words, within=within, wanted=wanted)
    found = ((entry, result.matches) for result in results if (entry := workspace.entry(result.id)))
    if arguments.json:
        print_json(
            [{**work_object(entry), "matches": list(map(match_object, matches))} for entry, matches in found]
        )
        return 0
    marking = is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    for entry, matches in found:
        print(safe(f"{entry.info.title} [{entry.info.id}]"))
        for match in matches:
            print(f"  {match.chapter:>3}  {_marked(match) if marking else safe(match.excerpt)}")
    return 0


def _within(arguments: SimpleNamespace, workspace: Workspace) -> frozenset[str] | None:
    """The works to search; None for all. Raises UsageError for a query that can't be understood."""
    if not (arguments.works or arguments.where):
        return None
    named = {workspace.find(words).info.id for words in arguments.works or ()}
    if not arguments.where:
        return frozenset(named)
    from reader.cli.listing import chosen  # words alone need no query

    found = {entry.info.id for entry in chosen(workspace, arguments.where)}
    return frozenset(named & found if arguments.works else found)


def _marked(match: TextMatch) -> str:
    """The excerpt with its matches in bold."""
    pieces, done = [], 0
    for start, end in match.marks:
        pieces += [safe(match.excerpt[done:start]), _BOLD, safe(match.excerpt[start:end]), _PLAIN]
        done = end
    return "".join([*pieces, safe(match.excerpt[done:])])
