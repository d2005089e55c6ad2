"""The links on the page shown: which one is chosen, and where it leads in the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.reading import Place

if TYPE_CHECKING:
    from reader.reading.reading import Reading


class Links:
    """The links of one reading. It changes: it knows the chosen one."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._chosen: tuple[int, int, str] | None = None

    def on_page(self) -> list[tuple[int, int, str]]:
        """Each link that begins on the page: its text positions, and where it leads."""
        found: list[tuple[int, int, str]] = []
        for line in self._reading.lines():
            for run in line.runs:
                if not run.link or run.start < 0:
                    continue
                end = run.start + len(run.text)
                if found and found[-1][2] == run.link and run.start - found[-1][1] <= 1:
                    found[-1] = (found[-1][0], end, run.link)
                else:
                    found.append((run.start, end, run.link))
        return found

    def choose_next(self) -> bool:
        """Choose the next link on the page, round its end; False when it has none."""
        links = self.on_page()
        if not links:
            return False
        index = links.index(self._chosen) + 1 if self._chosen in links else 0
        self._chosen = links[index % len(links)]
        return True

    def forget(self) -> None:
        """Choose none."""
        self._chosen = None

    def chosen_stretch(self) -> tuple[int, int] | None:
        """The text positions of the chosen link."""
        return self._chosen[:2] if self._chosen else None

    def chosen_link(self) -> str | None:
        """Where the chosen link leads; the only link of the page counts as chosen."""
        if self._chosen:
            return self._chosen[2]
        links = self.on_page()
        return links[0][2] if len(links) == 1 else None

    def target(self, link: str) -> Place | None:
        """The place of "#name", looked for in the current chapter first; None when there is none."""
        name = link.removeprefix("#")
        here = self._reading.anchor.chapter
        others = (n for n in range(1, self._reading.chapter_count + 1) if n != here)
        for number in (here, *others):
            chapter = self._reading.chapter(number)
            for start, block in zip(chapter.starts, chapter.blocks, strict=True):
                if name in block.anchors:
                    return Place(number, start)
        return None
