from __future__ import annotations

import pytest
from tests.formats.work_laws import hold

from reader.formats.assembly import UNTITLED, ChapterDraft, assemble
from reader.work.model import Block, BlockKind, SeriesPart, Tag, TagKind, WorkInfo

STORY = (Block(BlockKind.PARAGRAPH, "Ana had sworn off."),)


@pytest.mark.parametrize("poison", ["\x1b[31m", "\x9b2J", "\u202e", "\u2066", "\n", "\t", "\x00", "\ud800"])
def test_nothing_said_of_a_work_can_steer_a_terminal(poison: str) -> None:
    info = WorkInfo(
        f"x:{poison}1",
        f"The {poison}Salt Road",
        (f"marrow{poison}light", poison),
        (Tag(TagKind.FANDOM, f"{poison}Tidewrack"), Tag(TagKind.CHARACTER, "\u202e")),
        (SeriesPart(f"Tides{poison}", 2, f"https://a.example/{poison}"), SeriesPart("\u202e")),
        language=f"English{poison}",
        summary=f"A coast.{poison}\nA boat.",
        url=f"https://a.example/{poison}",
        collections=(f"{poison}Winter",),
    )
    drafts = tuple(
        ChapterDraft(f"{n}. The {poison}Ledger", STORY, f"k{poison}{n}", f"{poison}ana") for n in (1, 2)
    )

    hold(assemble(info, drafts))


def test_a_title_of_nothing_but_controls_is_none() -> None:
    assert assemble(WorkInfo("", "\u202e \x1b"), (ChapterDraft("", STORY),)).info.title == UNTITLED


def test_an_author_whom_calibre_did_not_know_is_none() -> None:
    unknown, known = (
        assemble(WorkInfo("", "Salt", authors=names), (ChapterDraft("", STORY),)).info.authors
        for names in (("Unknown",), ("Unknown", "marrowlight"))
    )
    assert (unknown, known) == ((), ("Unknown", "marrowlight"))


def test_an_ordinary_title_is_kept_as_it_is() -> None:
    title = "La route du sel\xa0: «\xa0Ana\xa0» — 塩の道"
    assert assemble(WorkInfo("", title), (ChapterDraft("", STORY),)).info.title == title
