"""Reading in lines, without drawing: for screen readers, for terminals that can do nothing else, for pagers.

A portion is what would fit the terminal, in whole paragraphs, each on one line. What is kept of it is what
the app keeps: the place, how far the work is read, and marks.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from reader.cli.output import complain, safe
from reader.cli.text_lines import lines
from reader.layout.style import Notes, PageStyle
from reader.reading.keeping import Keeping
from reader.reading.reading import Reading
from reader.work.counts import counted
from reader.work.locator import Match

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.workspace import Workspace

_HELP = (
    "Enter reads on, b goes back. n and p: the next and the previous chapter; a number: that chapter; "
    "c: the contents. m marks this place. q stops; the place is kept. ? says this again."
)
_LEAST_ROWS = 5
_OWN_ROWS = 3
"""Of the terminal: the prompt, and the blank lines around it."""


def read_in_lines(
    workspace: Workspace, work_id: str, *, chapter: int | None = None, notes: bool = True
) -> int:
    """Read a work from where the reader stopped, or from the start of a chapter; the exit code."""
    columns, rows = shutil.get_terminal_size()
    style = PageStyle(
        measure=max(1, columns),
        height=max(_LEAST_ROWS, rows - _OWN_ROWS),
        indent=False,
        notes=Notes.SHOWN if notes else Notes.HIDDEN,
    )
    reading = Reading(workspace.work_info(work_id), workspace.catalogue, style)
    locator = workspace.place(work_id)
    if chapter is not None:
        reading.go(reading.chapter_start(chapter))
    elif locator is not None:
        place, match = reading.find(locator)
        reading.go(place)
        if match is Match.APPROXIMATE:
            print("The text has changed; this is about where you stopped.")
    return PlainReading(workspace, reading, notes=notes).run()


class PlainReading:
    """A work being read in lines. It changes: it knows which chapter was named last."""

    def __init__(self, workspace: Workspace, reading: Reading, *, notes: bool) -> None:
        self._workspace = workspace
        self._reading = reading
        self._keeping = Keeping(reading, workspace.store)
        self._notes = notes
        self._named = 0
        self._pager = shlex.split(os.environ.get("PAGER", ""))
        self._answers: dict[str, Callable[[], bool]] = {
            "": self._on,
            "b": self._back,
            "n": lambda: self._chapters(1),
            "p": lambda: self._chapters(-1),
            "c": self._contents,
            "m": self._mark,
            "?": self._help,
        }

    def run(self) -> int:
        """Show portions and ask for more until the reader stops; the exit code."""
        if self._keeping.refusal:
            complain(self._keeping.refusal)
        print(safe(self._reading.info.title))
        if not self._pager:
            self._help()
        self._show(in_full=True)
        while (answer := self._ask()) != "q":
            if answer.isdecimal():
                self._go_to(int(answer))
            elif not self._answers.get(answer, self._help)():
                break
        return 0

    def _ask(self) -> str:
        """What is typed at the prompt, which says where the reader is; the end of the input stops."""
        reading = self._reading
        share = int(reading.progress * 100)
        print(f"\n{reading.anchor.chapter}/{reading.chapter_count}, {share} % > ", end="", flush=True)
        typed = sys.stdin.readline()
        return typed.strip().lower() if typed else "q"

    # -- Answers: whether there is more to ask ----------------------------------------------------------

    def _on(self) -> bool:
        """Go on to what was not shown yet."""
        if self._pager:
            self._reading.go(self._reading.place(self._last_page()))
        while self._reading.turn(1):
            if self._show(in_full=False):
                return True
        self._keep()
        print("This is the end.")
        return False

    def _back(self) -> bool:
        if not self._reading.turn(-1):
            print("This is the beginning.")
        else:
            self._show(in_full=True)
        return True

    def _chapters(self, steps: int) -> bool:
        if self._reading.turn_chapters(steps):
            self._show(in_full=True)
        else:
            print("There is no chapter after this." if steps > 0 else "This is the beginning.")
        return True

    def _go_to(self, number: int) -> None:
        count = self._reading.chapter_count
        if 1 <= number <= count:
            self._reading.jump(self._reading.chapter_start(number))
            self._show(in_full=True)
        else:
            print(f"There are chapters from 1 to {count}.")

    def _contents(self) -> bool:
        for info in self._reading.outline:
            name = f"{info.number}. {safe(info.title)}" if info.title else f"Chapter {info.number}"
            print(f"{name}, {counted(info.words, 'word')}")
        return True

    def _mark(self) -> bool:
        if not self._keeping.refusal:
            self._keeping.mark_place()
            self._workspace.save()
        print(self._keeping.refusal or "Marked.")
        return True

    def _help(self) -> bool:
        print(_HELP)
        return True

    # -- Showing ----------------------------------------------------------------------------------------

    def _show(self, *, in_full: bool) -> bool:
        """Show the paragraphs that begin on the page, in full with the one that goes on there from before.

        With a pager the chapter goes on to its end. False when nothing begins there, and nothing was shown.
        """
        reading = self._reading
        number, page = reading.anchor.chapter, reading.page
        chapter = reading.chapter(number)
        start = max((s for s in chapter.starts if s <= page.start), default=0) if in_full else page.start
        end = len(chapter.text) + 1 if self._pager else page.end
        if reading.page_index + 1 == reading.page_count:
            end = len(chapter.text) + 1
        shown = [
            line
            for begin, block in zip(chapter.starts, chapter.blocks, strict=True)
            if start <= begin < end
            for line in lines((block,), notes=self._notes)
        ]
        if not shown and number == self._named:
            return False
        self._print("\n\n".join([*self._heading(), *shown]))
        self._keep()
        return True

    def _heading(self) -> list[str]:
        """The chapter's number where another one was read before."""
        number = self._reading.anchor.chapter
        if number == self._named:
            return []
        self._named = number
        return [f"Chapter {number} of {self._reading.chapter_count}"]

    def _print(self, text: str) -> None:
        if self._pager:
            try:
                subprocess.run(self._pager, input=f"{text}\n".encode(), check=False)  # noqa: S603  # the reader's own
            except OSError as error:
                complain(f"PAGER is {self._pager[0]}, which can't be started: {error.strerror}")
                self._pager = []
            else:
                return
        print(f"\n{text}")

    def _last_page(self) -> int:
        """Where the last page of the chapter begins."""
        return self._reading.layout(self._reading.anchor.chapter).pages[-1].start

    def _keep(self) -> None:
        self._keeping.remember_place()
        self._workspace.save()
