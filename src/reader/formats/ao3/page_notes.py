"""What stands beside the story on AO3's own pages, as programs save it into their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.markup.elements import classes
from reader.formats.markup.tree import drop

if TYPE_CHECKING:
    from lxml.etree import _Element


def mark_notes(tree: _Element) -> None:
    """Give notes their own roles, those too that WebToEpub marks; leave out labels for screen readers."""
    for label in [found for found in tree.iter("h2", "h3") if "landmark" in classes(found)]:
        drop(label)
    for element in list(tree.iter("div")):
        names = classes(element)
        if ("module" in names and names & {"notes", "summary"}) or "webToEpub-author-note" in names:
            element.tag = "reader-end-notes" if "end" in names else "reader-notes"
