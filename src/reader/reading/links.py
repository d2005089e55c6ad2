"""The links and pictures on the page shown: which one is chosen, and where a link leads in the work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.layout.line import Ornament
from reader.reading.reading import Place
from reader.work.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.layout.line import Line
    from reader.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link, a picture or a fold that begins on a page, between two text positions."""

    start: int
    end: int
    """Equal to `start` for a picture without a description."""
    leads_to: str
    """An address, "#name" for a place in the work; of a picture, where it is."""
    is_picture: bool = False
    is_folded: bool = False
    """Whether it stands for folded notes, and leads to them."""


class Links:
    """The links and pictures of one reading. It changes: it knows the chosen one."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._chosen: PageLink | None = None

    def on_page(self) -> list[PageLink]:
        """Each link and each picture that begins on the page."""
        return links_in(self._reading.lines(), self.picture)

    def picture(self, block: int) -> str:
        """Where the picture is that a block of the chapter shown stands for; empty when it is none.

        `block` is the index of the block, -1 for none.
        """
        if block < 0:
            return ""
        shown = self._reading.chapter(self._reading.anchor.chapter).blocks[block]
        return shown.target if shown.kind is BlockKind.IMAGE else ""

    def choose_next(self, step: int = 1) -> bool:
        """Choose the next one on the page, the one before for a step of -1, round its ends.

        False when there is none.
        """
        self._chosen = link_beside(self.on_page(), self._chosen, step)
        return self._chosen is not None

    def forget(self) -> bool:
        """Choose none; False when none was chosen."""
        chosen, self._chosen = self._chosen is not None, None
        return chosen

    @property
    def chosen(self) -> PageLink | None:
        """The chosen one."""
        return self._chosen

    def meant(self) -> PageLink | None:
        """The chosen one; the only one of the page counts as chosen."""
        if self._chosen:
            return self._chosen
        links = self.on_page()
        return links[0] if len(links) == 1 else None

    def target(self, link: str) -> Place | None:
        """The place of "#name", looked for in the current chapter first; None when there is none."""
        spot = block_named(self._reading, link)
        return Place(spot[0], self._reading.chapter(spot[0]).starts[spot[1]]) if spot else None


def links_in(lines: Iterable[Line], picture: Callable[[int], str] = lambda _: "") -> list[PageLink]:
    """Each link and each picture that begins on the lines.

    `picture` says where the picture is that a block stands for, by its index; empty for none.
    """
    found: list[PageLink] = []
    pictures: dict[int, int] = {}  # from blocks to indices: a picture takes several lines
    for line in lines:
        if line.block in pictures:
            at = pictures[line.block]
            found[at] = replace(found[at], end=max(found[at].end, line.end))
        elif where := "" if _is_fold(line) else picture(line.block):
            pictures[line.block] = len(found)
            found.append(PageLink(line.start, line.end, where, is_picture=True))
        for link in _on_line(line):
            if found and _goes_on(found[-1], link):
                found[-1] = replace(found[-1], end=link.end)
            else:
                found.append(link)
    return found


def _is_fold(line: Line) -> bool:
    return any(run.ornament is Ornament.FOLD for run in line.runs)


def _on_line(line: Line) -> Iterator[PageLink]:
    for run in line.runs:
        if run.link and run.start >= 0:
            yield PageLink(run.start, run.start + len(run.text), run.link)
        elif run.ornament is Ornament.FOLD:
            yield PageLink(line.start, line.end, "", is_folded=True)


def link_beside(links: Sequence[PageLink], chosen: PageLink | None, step: int) -> PageLink | None:
    """The link so many after the chosen one, round the ends; the first or the last when none of them is."""
    if not links:
        return None
    index = links.index(chosen) + step if chosen in links else min(step, 0)
    return links[index % len(links)]


def block_named(reading: Reading, link: str) -> tuple[int, int] | None:
    """The number of the chapter and the index of the block that "#name" names; None when there is none.

    It is looked for in the current chapter first, then in the last, where the notes of most works stand.
    """
    name = link.removeprefix("#")
    here, last = reading.anchor.chapter, reading.chapter_count
    others = (number for number in range(1, last) if number != here)
    for number in (here, *(() if here == last else (last,)), *others):
        for index, block in enumerate(reading.chapter(number).blocks):
            if name in block.anchors:
                return number, index
    return None


def _goes_on(before: PageLink, link: PageLink) -> bool:
    """Whether a stretch is the rest of the one before, on the next line or in another look."""
    return not before.is_picture and before.leads_to == link.leads_to != "" and link.start - before.end <= 1
