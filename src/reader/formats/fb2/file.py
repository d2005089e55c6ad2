"""FictionBook 2.0 and 2.1 files (schema: FictionBook2.1.xsd), also alone in a zip."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats.assembly import ChapterDraft, assemble
from reader.formats.fb2.description import read_description
from reader.formats.fb2.notes import read_notes
from reader.formats.fb2.packing import holds_one, unpacked
from reader.formats.fb2.sections import chapters
from reader.formats.fb2.tree import parse
from reader.formats.file_names import title_from
from reader.formats.markup.elements import text_of
from reader.formats.markup.tree import opening
from reader.formats.source import UnreadableError
from reader.work.titles import folded

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reader.formats.source import Source
    from reader.work.model import Work, WorkInfo

NAME = "fb2"

_ROOT = re.compile(
    r"(?>\s+|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>)*+<(?:\w+:)?FictionBook[\s>]",
    re.DOTALL,
)


def recognises(source: Source) -> bool:
    """Whether its first element is FictionBook, in any encoding, or it is a zip of one such file."""
    return _ROOT.match(opening(source.data).replace("\x00", "")) is not None or holds_one(source.data)


def read(source: Source) -> Work:
    """The work in the file. Raises `UnreadableError`."""
    root = parse(unpacked(source.data))
    info, front = read_description(root, title_from(source.name.removesuffix(".zip")))
    bodies = root.findall("body")
    main = [body for body in bodies if not body.get("name")] or bodies[:1]
    notes = [body for body in bodies if body not in main]
    for body in main:
        _drop_repeated_title(body, info)
    drafts = chapters(main) or [ChapterDraft("", ())]
    back = tuple(block for body in notes for block in read_notes(body))
    if not any(block.text or block.target for draft in drafts for block in draft.blocks) and not back:
        raise UnreadableError("There is nothing to read in it.")
    return assemble(info, tuple(drafts), front=front, back=back)


def _drop_repeated_title(body: _Element, info: WorkInfo) -> None:
    """Take out the lines of a body's title that the title page has: the work's title and its authors."""
    title = body.find("title")
    known = {folded(info.title), *(folded(author) for author in info.authors)}
    for line in [] if title is None else list(title):
        if folded(text_of(line)) in known and title is not None:
            title.remove(line)
