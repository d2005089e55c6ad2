"""What authors do to a work between two downloads, done at random to text that knows where it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.benchmarks.made_works import prose

from reader.work.locator import ChapterMark
from reader.work.titles import chapter_keys

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable, Sequence

_WORD = re.compile(r"\w+")
_CHANGED = 0.1
"""The share of paragraphs, chapters or words that an edit touches, unless its name says otherwise."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A paragraph, and for each of its code points the number it had at first; -1 for a new one."""

    text: str
    origins: tuple[int, ...]

    def replaced(self, start: int, end: int, words: str) -> Traced:
        """With other words in place of some: as many of them as there were stand for those."""
        kept = self.origins[start:end][: len(words)]
        new = kept + (-1,) * (len(words) - len(kept))
        return Traced(
            self.text[:start] + words + self.text[end:], self.origins[:start] + new + self.origins[end:]
        )


@dataclass(frozen=True, slots=True)
class EditedChapter:
    """A chapter of a version."""

    title: str
    paragraphs: tuple[Traced, ...]

    @property
    def text(self) -> str:
        """The text in which positions count."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class Version:
    """A version of a work, as places are looked for in it."""

    def __init__(self, chapters: Sequence[EditedChapter]) -> None:
        self.chapters = tuple(chapters)
        self._texts = [chapter.text for chapter in chapters]
        keys = chapter_keys(chapter.title for chapter in chapters)
        self.outline = [
            ChapterMark(number, key, chapter.title, len(text))
            for number, (key, chapter, text) in enumerate(zip(keys, chapters, self._texts, strict=True), 1)
        ]

    def text(self, number: int) -> str:
        """The text of a chapter, numbered from 1."""
        return self._texts[number - 1]

    def places(self) -> dict[int, tuple[int, int]]:
        """For each number of a code point the chapter and the text position where it is."""
        found: dict[int, tuple[int, int]] = {}
        for number, chapter in enumerate(self.chapters, 1):
            offset = 0
            for paragraph in chapter.paragraphs:
                found.update(
                    (origin, (number, offset + at))
                    for at, origin in enumerate(paragraph.origins)
                    if origin >= 0
                )
                offset += len(paragraph.text) + 1
        return found


def first_version(chapters: Iterable[tuple[str, Sequence[str]]]) -> Version:
    """A work as it was first, from titles and paragraphs."""
    number, made = 0, []
    for title, paragraphs in chapters:
        traced = []
        for text in paragraphs:
            traced.append(Traced(text, tuple(range(number, number + len(text)))))
            number += len(text)
        made.append(EditedChapter(title, tuple(traced)))
    return Version(made)


def _new(chance: random.Random, words: int) -> tuple[Traced, ...]:
    texts = prose(words, seed=chance.randrange(1 << 30)).split("\n\n")
    return tuple(Traced(text, (-1,) * len(text)) for text in texts)


Chapters = list[EditedChapter]


def _each_paragraph(
    chapters: Chapters, edit: Callable[[Traced], Iterable[Traced]], *, at_least_one: bool = True
) -> Chapters:
    return [
        replace(
            chapter,
            paragraphs=tuple(new for paragraph in chapter.paragraphs for new in edit(paragraph))
            or (chapter.paragraphs[:1] if at_least_one else ()),
        )
        for chapter in chapters
    ]


def _words_changed(
    paragraph: Traced, chance: random.Random, share: float, change: Callable[[str], str]
) -> Traced:
    for word in reversed(list(_WORD.finditer(paragraph.text))):
        if chance.random() < share:
            paragraph = paragraph.replaced(word.start(), word.end(), change(word.group()))
    return paragraph


def typos_corrected(chapters: Chapters, chance: random.Random) -> Chapters:
    """One word in a hundred has another letter, one more or one less."""

    def corrected(word: str) -> str:
        at = chance.randrange(len(word))
        return word[:at] + chance.choice(("", "e", word[at] + "r")) + word[at + 1 :] or "e"

    return _each_paragraph(chapters, lambda p: [_words_changed(p, chance, 0.01, corrected)])


def words_changed(chapters: Chapters, chance: random.Random) -> Chapters:
    """A tenth of all words are other words."""
    others = prose(400, seed=chance.randrange(1 << 30)).split()
    return _each_paragraph(
        chapters,
        lambda p: [_words_changed(p, chance, _CHANGED, lambda _: chance.choice(others).strip("“”.?!"))],
    )


def paragraphs_inserted(chapters: Chapters, chance: random.Random) -> Chapters:
    """New paragraphs after a tenth of them."""
    return _each_paragraph(chapters, lambda p: [p, *(_new(chance, 30) if chance.random() < _CHANGED else ())])


def paragraphs_repeated(chapters: Chapters, chance: random.Random) -> Chapters:
    """Before a tenth of the paragraphs another of the work's stands once more."""
    everything = [paragraph for chapter in chapters for paragraph in chapter.paragraphs]

    def repeated(paragraph: Traced) -> list[Traced]:
        if chance.random() >= _CHANGED:
            return [paragraph]
        text = chance.choice(everything).text
        if text == paragraph.text:  # nobody could say which of the two is the old one
            return [paragraph]
        return [Traced(text, (-1,) * len(text)), paragraph]

    return _each_paragraph(chapters, repeated)


def paragraphs_removed(chapters: Chapters, chance: random.Random) -> Chapters:
    """A tenth of the paragraphs are gone."""
    return _each_paragraph(chapters, lambda p: [] if chance.random() < _CHANGED else [p])


def paragraphs_joined(chapters: Chapters, chance: random.Random) -> Chapters:
    """A tenth of the paragraphs follow the one before without a break."""
    edited = []
    for chapter in chapters:
        joined: list[Traced] = []
        for paragraph in chapter.paragraphs:
            if joined and chance.random() < _CHANGED:
                before = joined.pop()
                paragraph = Traced(
                    f"{before.text} {paragraph.text}", (*before.origins, -1, *paragraph.origins)
                )
            joined.append(paragraph)
        edited.append(replace(chapter, paragraphs=tuple(joined)))
    return edited


def chapters_split(chapters: Chapters, chance: random.Random) -> Chapters:
    """Every other chapter is two, and the second has the title with another word."""
    edited = []
    for chapter in chapters:
        if len(chapter.paragraphs) < 2 or chance.random() < 0.5:
            edited.append(chapter)
            continue
        cut = chance.randrange(1, len(chapter.paragraphs))
        edited.append(replace(chapter, paragraphs=chapter.paragraphs[:cut]))
        title = f"{chapter.title}, continued" if chapter.title else ""
        edited.append(EditedChapter(title, chapter.paragraphs[cut:]))
    return edited


def chapters_merged(chapters: Chapters, chance: random.Random) -> Chapters:
    """About a third of the chapters are part of the one before."""
    edited = chapters[:1]
    for chapter in chapters[1:]:
        if chance.random() < 0.34:
            last = edited.pop()
            chapter = replace(last, paragraphs=last.paragraphs + chapter.paragraphs)
        edited.append(chapter)
    return edited


def chapters_reordered(chapters: Chapters, chance: random.Random) -> Chapters:
    """The chapters stand in another order."""
    return chance.sample(chapters, len(chapters))


def chapters_retitled(chapters: Chapters, chance: random.Random) -> Chapters:
    """Every chapter has another title, so another key."""
    return [replace(chapter, title=f"Part of {chance.randrange(10_000)}") for chapter in chapters]


def chapter_removed(chapters: Chapters, chance: random.Random) -> Chapters:
    """One chapter is gone."""
    gone = chance.randrange(len(chapters))
    return [chapter for index, chapter in enumerate(chapters) if index != gone or len(chapters) == 1]


def note_in_front(chapters: Chapters, chance: random.Random) -> Chapters:
    """Every chapter has a note in front of it."""
    return [replace(c, paragraphs=_new(chance, chance.randrange(10, 80)) + c.paragraphs) for c in chapters]


def chapter_in_front(chapters: Chapters, chance: random.Random) -> Chapters:
    """A chapter that is a note stands before all others, titled as they are."""
    return [EditedChapter("An Author's Note" if chapters[0].title else "", _new(chance, 90)), *chapters]


_CURLED = str.maketrans({'"': "”", "'": "’"})
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def quotes_curled(chapters: Chapters, chance: random.Random) -> Chapters:
    """Quotation marks are curled, or straight where they were curled; three dots are an ellipsis."""
    curled = any(mark in paragraph.text for c in chapters for paragraph in c.paragraphs for mark in "“”‘’")

    def turned(paragraph: Traced) -> list[Traced]:
        if curled:
            return [replace(paragraph, text=paragraph.text.translate(_STRAIGHT))]
        text = re.sub(r'(^|[\s(])"', r"\1“", paragraph.text).translate(_CURLED)
        return [replace(paragraph, text=text)]

    return [
        replace(chapter, paragraphs=tuple(new for p in chapter.paragraphs for new in turned(p)))
        for chapter in chapters
    ]


def everything_at_once(chapters: Chapters, chance: random.Random) -> Chapters:
    """A thorough revision: typos, paragraphs in and out, quotes, split chapters and a chapter in front."""
    for edit in (typos_corrected, paragraphs_inserted, paragraphs_removed, quotes_curled, chapters_split):
        chapters = edit(chapters, chance)
    return chapter_in_front(chapters, chance)


EDITS: tuple[Callable[[Chapters, random.Random], Chapters], ...] = (
    typos_corrected,
    paragraphs_inserted,
    paragraphs_repeated,
    paragraphs_removed,
    paragraphs_joined,
    chapters_split,
    chapters_merged,
    chapters_reordered,
    chapters_retitled,
    chapter_removed,
    note_in_front,
    chapter_in_front,
    quotes_curled,
    words_changed,
    everything_at_once,
)
