"""The sections of an AO3 page flattened to text, from blank lines and labels its template leaves behind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.formats.ao3.facts import is_comment_plea, is_notes_link
from reader.formats.labels import matter_role
from reader.work.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_APART = 3
"""Blank lines the template leaves between the parts of a work; fewer stand inside a part."""
_LONGEST_HEADING = 160
"""Code points."""
_NUMBERED = re.compile(r"Chapter (\d+)(?:: .*)?")
_BYLINE = re.compile(r"\s*Chapter by \S")


@dataclass(frozen=True, slots=True)
class Matter:
    """A summary or notes: the label as written, and the text under it."""

    label: str
    role: Role
    text: str
    more: str = ""
    """The line that says that there are notes at the end, where there is one."""


@dataclass(frozen=True, slots=True)
class FlatChapter:
    """A chapter of the flattened page."""

    heading: str
    byline: str = ""
    before: tuple[Matter, ...] = ()
    text: str = ""
    after: tuple[Matter, ...] = ()


@dataclass(frozen=True, slots=True)
class FlatWork:
    """The page in its parts. The preface is still lines."""

    preface: str
    front: tuple[Matter, ...]
    chapters: tuple[FlatChapter, ...]
    back: tuple[Matter, ...]


@dataclass(slots=True)
class _Chapters:
    """Collects chapters section by section; what a section is depends on the ones before it."""

    structural: bool
    """Whether a short line that stands apart may be a heading without a number."""
    done: list[FlatChapter] = field(default_factory=list)
    open: bool = False
    """Whether the last chapter still waits for its text."""

    def take(self, lines: list[str]) -> None:
        """Puts a section where it belongs: a heading with its notes, text, or notes after the text."""
        first = lines[0].strip()
        role = matter_role(first)
        if self.done and role is Role.END_NOTES:
            last = self.done[-1]
            self.done[-1] = replace(last, after=(*last.after, *read_matter(lines)))
            self.open = False
        elif self.done and self.open and role is not None:
            last = self.done[-1]
            self.done[-1] = replace(last, before=(*last.before, *read_matter(lines)))
        elif self._is_heading(lines):
            byline = next((line.strip() for line in lines[1:] if _BYLINE.match(line)), "")
            self.done.append(FlatChapter(" ".join(first.split()), byline, read_matter(lines[1:])))
            self.open = True
        else:
            self._add_text("\n".join(lines))

    def _is_heading(self, lines: Sequence[str]) -> bool:
        first = lines[0].strip()
        rest = [line for line in lines[1:] if line.strip() and not _BYLINE.match(line)]
        if len(first) > _LONGEST_HEADING or (rest and matter_role(rest[0]) is None):
            return False
        numbered = _NUMBERED.fullmatch(" ".join(first.split()))
        if numbered:
            return True
        return self.structural and not self.open and any(character.isalnum() for character in first)

    def _add_text(self, text: str) -> None:
        if not self.done:
            self.done.append(FlatChapter(""))
        last = self.done[-1]
        gap = "\n" * (_APART + 1) if last.text else ""
        self.done[-1] = replace(last, text=f"{last.text}{gap}{text}")
        self.open = False


def split_work(text: str, title: str, posted: int | None) -> FlatWork:
    """The parts of a page whose title and number of chapters are known."""
    sections = list(_sections(text))
    body = _first_after_preface(sections, title)
    preface = [line for section in sections[:body] for line in section]
    end = next(
        (at for at in range(body, len(sections)) if sections[at][0].strip() == "Afterword"), len(sections)
    )
    story = sections[body:end]
    if story and " ".join(story[0][0].split()) == title and len(story[0]) == 1:
        story = story[1:]  # the hidden heading of a work in one chapter
    numbered = sum(_NUMBERED.fullmatch(" ".join(section[0].split())) is not None for section in story)
    chapters = _Chapters(structural=posted not in {1, numbered} and len(story) > 1)
    for section in story:
        chapters.take(section)
    back = [line for section in sections[end:] for line in section][1:]
    return FlatWork("\n".join(preface), read_matter(preface), tuple(chapters.done), read_matter(back))


def read_matter(lines: Sequence[str]) -> tuple[Matter, ...]:
    """Summaries and notes among lines, each from its label to the next; empty ones are left out.

    Lines before the first label and the plea for comments are dropped.
    """
    found: list[Matter] = []
    for line in lines:
        role = matter_role(line)
        if role is not None:
            found.append(Matter(" ".join(line.split()), role, ""))
        elif found and is_notes_link(line):
            found[-1] = replace(found[-1], more=" ".join(line.split()))
        elif found and not is_comment_plea(line):
            found[-1] = replace(found[-1], text=f"{found[-1].text}\n{line}")
    return tuple(
        replace(matter, text=matter.text.strip("\n"))
        for matter in found
        if matter.text.strip() or matter.more
    )


def _sections(text: str) -> Iterator[list[str]]:
    """Lines between gaps of the template, without blank ones at either end."""
    section: list[str] = []
    blank = 0
    for line in text.split("\n"):
        if not line.strip():
            blank += 1
            continue
        if section and (blank >= _APART or (blank == _APART - 1 and _begins_part(line, section))):
            yield section
            section = []
        section += [""] * (blank if section else 0)
        section.append(line)
        blank = 0
    if section:
        yield section


def _begins_part(line: str, section: Sequence[str]) -> bool:
    """Whether a line after a smaller gap begins a part: the template leaves one after end notes."""
    words = " ".join(line.split())
    if _NUMBERED.fullmatch(words) or words == "Afterword":
        return True
    return matter_role(section[0]) is Role.END_NOTES and len(words) <= _LONGEST_HEADING


def _first_after_preface(sections: Sequence[Sequence[str]], title: str) -> int:
    """The index of the first section of the story: after the byline, and after the work's own matter."""
    byline = 0
    for at, section in enumerate(sections):
        lines = [" ".join(line.split()) for line in section if line.strip()]
        for line, following in pairwise(lines):
            if line == title and following.startswith("by "):
                byline = at + 1
        if byline:
            break
    while byline < len(sections) and _is_work_matter(sections[byline][0]):
        byline += 1
    return byline


def _is_work_matter(line: str) -> bool:
    return line.strip().rstrip(":") in {"Summary", "Notes"} or is_notes_link(line)
